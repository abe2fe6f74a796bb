// The page's words for scripts, in the reader's language; the server has the same three in Java.
const carried = document.getElementById('words');
const words = carried ? JSON.parse(carried.dataset.words) : {};
const locale = document.documentElement.lang;

export function say(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (place, index) => values[index] ?? place);
}

export function count(key, number, ...more) {
  const chosen = `${key}.${number === 1 ? 'one' : 'other'}`;
  return say(chosen, new Intl.NumberFormat(locale).format(number), ...more);
}
