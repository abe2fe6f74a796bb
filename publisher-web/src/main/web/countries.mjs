// Turns the tables of @ip-location-db/asn-country (statistics of the NRO, see docs/guide/operators.md)
// into the one file that CountryTable.java describes and reads.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MAGIC = 0x53484331;
const DAY = 86_400_000;

// Sorted ranges to beginnings, with a nameless one wherever a gap follows; neighbours become one.
function starts(file, unit) {
  const ranges = [];
  let next = 0n;
  const begin = (at, code) => {
    if (ranges.at(-1)?.code !== code) ranges.push({ at, code });
  };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line) continue;
    const [first, last, code] = line.split(',');
    const from = BigInt(first) / unit;
    if (from < next || !/^[A-Z]{2}$/.test(code)) throw new Error(`${file}: out of order or no code: ${line}`);
    if (from > next) begin(next, '  ');
    begin(from, code);
    next = BigInt(last) / unit + 1n;
  }
  begin(next, '  ');
  return ranges;
}

// The version's third part is when the tables were gathered: year, month, day and hour.
function gathered(version) {
  const [, year, month, day] = /\.(\d{4})(\d\d)(\d\d)\d\d$/.exec(version) ?? [];
  if (!year) throw new Error(`@ip-location-db/asn-country: ${version} tells no day`);
  return Date.UTC(year, month - 1, day) / DAY;
}

/** Writes the file, unless it is there and newer than the table. */
export function writeCountries(home, out) {
  const from = join(home, 'node_modules/@ip-location-db/asn-country');
  const about = join(home, 'node_modules/.seedhouse-lock');
  if (existsSync(out) && statSync(out).mtimeMs > statSync(about).mtimeMs) return;
  const v4 = starts(join(from, 'asn-country-ipv4-num.csv'), 1n);
  const v6 = starts(join(from, 'asn-country-ipv6-num.csv'), 1n << 64n);
  const codes = ['  ', ...new Set([...v4, ...v6].map(({ code }) => code).filter((code) => code.trim()).sort())];
  if (codes.length > 256) throw new Error(`${codes.length} countries do not fit into a byte`);
  const place = new Map(codes.map((code, n) => [code, n]));
  const file = Buffer.alloc(20 + 2 * codes.length + 5 * v4.length + 9 * v6.length);
  const version = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')).version;
  let at = 0;
  for (const number of [MAGIC, gathered(version), codes.length, v4.length, v6.length]) at = file.writeUInt32BE(number, at);
  for (const code of codes) at += file.write(code, at, 'latin1');
  for (const range of v4) at = file.writeUInt32BE(Number(range.at), at);
  for (const range of v4) at = file.writeUInt8(place.get(range.code), at);
  for (const range of v6) at = file.writeBigUInt64BE(range.at, at);
  for (const range of v6) at = file.writeUInt8(place.get(range.code), at);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, file);
}
