// Numbers as people read them; the server has sizes in Java.
import { count, say } from './say.js';

const UNITS = ['kB', 'MB', 'GB', 'TB'];

export function size(bytes) {
  if (bytes < 1000) return count('bytes', bytes);
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = value < 9.95 ? 1 : 0;
  const form = new Intl.NumberFormat(document.documentElement.lang, {
    minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false,
  });
  return `${form.format(value)} ${UNITS[unit]}`;
}

export function duration(seconds) {
  if (seconds < 60) return count('seconds', Math.max(1, Math.ceil(seconds)));
  if (seconds < 3600) return count('minutes', Math.ceil(seconds / 60));
  return say('hours', Math.floor(seconds / 3600), Math.round((seconds % 3600) / 60));
}
