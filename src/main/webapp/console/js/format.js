/** Numbers, times and durations, in the chosen language; always with their unit. */

let locale = 'en';
let units = {};
let gap = ' ';

export function use(language, unitWords) {
  locale = language;
  units = unitWords;
  gap = language === 'ko' ? '' : ' ';
}

export const number = value => new Intl.NumberFormat(locale).format(value);

export function bytes(value) {
  const names = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let n = value;
  let unit = 0;
  while (n >= 1024 && unit < names.length - 1) {
    n /= 1024;
    unit++;
  }
  return `${new Intl.NumberFormat(locale, {maximumFractionDigits: n < 10 && unit ? 1 : 0}).format(n)} ${names[unit]}`;
}

/** In its two largest units. */
export function duration(millis) {
  if (millis < 1000) return `${Math.round(millis)}${gap}${units.ms}`;
  const parts = [
    ['d', Math.floor(millis / 86_400_000)],
    ['h', Math.floor(millis / 3_600_000) % 24],
    ['min', Math.floor(millis / 60_000) % 60],
    ['s', Math.floor(millis / 1000) % 60],
  ];
  const first = parts.findIndex(([, n]) => n > 0);
  if (first === 3 && millis < 10_000 && millis % 1000) {
    return `${new Intl.NumberFormat(locale, {maximumFractionDigits: 1}).format(millis / 1000)}${gap}${units.s}`;
  }
  return parts
    .slice(first, first + 2)
    .filter(([, n]) => n > 0)
    .map(([unit, n]) => `${number(n)}${gap}${units[unit]}`)
    .join(' ');
}

/** How long ago, or in how long. */
export function age(iso, now = Date.now()) {
  const seconds = (new Date(iso) - now) / 1000;
  const relative = new Intl.RelativeTimeFormat(locale, {numeric: 'auto', style: 'short'});
  const steps = [['day', 86_400], ['hour', 3600], ['minute', 60]];
  const [unit, size] = steps.find(([, step]) => Math.abs(seconds) >= step) ?? ['second', 1];
  return relative.format(Math.trunc(seconds / size), unit);
}

/** To the second, with the zone. */
export const moment = iso =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
    hourCycle: 'h23',
  }).format(new Date(iso));

/** The same to read in a sentence: short, to the second, with the year where it is not the present one. */
export function clock(iso) {
  const at = new Date(iso);
  return new Intl.DateTimeFormat(locale, {
    ...(at.getFullYear() === new Date().getFullYear() ? {} : {year: 'numeric'}),
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** {@link clock}, with the zone that counts here at that moment. */
export const clockWithZone = iso => `${clock(iso)} ${zone(new Date(iso))}`;

const zone = at =>
  new Intl.DateTimeFormat(locale, {timeZoneName: 'short'}).formatToParts(at).find(({type}) => type === 'timeZoneName').value;

const UNITS = [['d', 86_400_000], ['h', 3_600_000], ['min', 60_000], ['s', 1000], ['ms', 1]];

/** To the last millisecond, as it can be typed: `1 min 30 s`. */
export function exactDuration(millis) {
  let rest = millis;
  const parts = [];
  for (const [unit, size] of UNITS) {
    const n = Math.floor(rest / size);
    rest -= n * size;
    if (n) parts.push(`${n}${gap}${units[unit]}`);
  }
  return parts.join(' ') || `0${gap}${units.s}`;
}

/** What somebody typed, in milliseconds; a bare number is seconds. NaN when it cannot be read. */
export function parseDuration(text) {
  const known = {d: 86_400_000, h: 3_600_000, m: 60_000, min: 60_000, s: 1000, ms: 1};
  for (const [unit, size] of UNITS) known[units[unit].toLowerCase()] = size;
  const typed = text.trim().toLowerCase();
  if (/^\d+([.,]\d+)?$/.test(typed)) return Math.round(Number(typed.replace(',', '.')) * 1000);
  if (!/^(\d+([.,]\d+)?\s*[^\d\s.,]+\s*)+$/.test(typed)) return NaN;
  return Math.round(
    [...typed.matchAll(/(\d+(?:[.,]\d+)?)\s*([^\d\s.,]+)/g)]
      .map(([, n, unit]) => Number(n.replace(',', '.')) * (known[unit] ?? NaN))
      .reduce((sum, part) => sum + part, 0),
  );
}
