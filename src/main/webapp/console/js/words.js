/**
 * What the pages say, in the language that was chosen; each page's words come with the page. A text may have places:
 * `{login}`, a number `{n}`, which is written as the language does, and `{n|one file|# files}`, which also bends the words
 * around it.
 */
import {number, use} from '/console/js/format.js';

const LANGUAGES = {en: 'English', ko: '한국어'};
const KEPT = 'lethe.language';
const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

const needed = new Set(['shell']);
const loaded = new Map();
let words = {};
let language = 'en';
let plurals = new Intl.PluralRules('en');

export const languages = Object.entries(LANGUAGES).map(([code, name]) => ({code, name}));
export const chosen = () => language;

/** The kept choice, else the browser's first language that there is. */
export async function begin() {
  const wished = [localStorage.getItem(KEPT), ...navigator.languages.map(tag => tag.slice(0, 2))];
  await speak(wished.find(code => code in LANGUAGES) ?? 'en');
}

export async function choose(code) {
  localStorage.setItem(KEPT, code);
  await speak(code);
}

/** Brings the words of a page, in the language that is spoken when they are there. */
export async function need(page) {
  needed.add(page);
  while (!loaded.has(`${language}/${page}`)) await load(language, page);
  put();
}

async function speak(code) {
  await Promise.all([...needed].map(page => load(code, page)));
  language = code;
  plurals = new Intl.PluralRules(code);
  document.documentElement.lang = code;
  put();
  use(code, Object.fromEntries(['d', 'h', 'min', 's', 'ms'].map(unit => [unit, words[`unit.${unit}`]])));
}

async function load(code, page) {
  loaded.set(`${code}/${page}`, (await import(`/console/js/words/${code}/${page}.js`)).default);
}

function put() {
  words = Object.assign({}, ...[...needed].map(page => loaded.get(`${language}/${page}`)));
}

export const knows = key => key in words;

export function t(key, values = {}) {
  const text = (words[key] ?? key).replace(PLACE, (place, name, one, other) => {
    const value = values[name];
    if (one === undefined) return typeof value === 'number' ? number(value) : value;
    return (plurals.select(value) === 'one' ? one : other).replace('#', number(value));
  });
  return language === 'ko' ? text.replace(PARTICLE, particle) : text;
}

const PARTICLE = /([가-힣0-9])([”"]?) ?(이\(가\)|을\(를\)|은\(는\)|\(으\)로)/g;
const PARTICLES = {'이(가)': ['이', '가'], '을(를)': ['을', '를'], '은(는)': ['은', '는'], '(으)로': ['으로', '로']};
/** The final sounds of the digits as they are read: 영, 일, 이, 삼 … */
const FINALS_OF_DIGITS = [21, 8, 0, 16, 0, 0, 1, 8, 8, 0];
const RIEUL = 8;

/** A Korean particle is chosen by the final sound of what stands before it; after other scripts both forms stay. */
function particle(whole, before, quote, both) {
  const final = before >= '가' ? (before.charCodeAt(0) - 0xac00) % 28 : FINALS_OF_DIGITS[Number(before)];
  const isClosed = final > 0 && !(both === '(으)로' && final === RIEUL);
  return before + quote + PARTICLES[both][isClosed ? 0 : 1];
}

/** The word of a code that the API has; the code itself when a newer server has one that is not known here. */
export const word = (group, code) => (knows(`${group}.${code}`) ? t(`${group}.${code}`) : String(code));

/** What differs from one sentence of the server to the next: names of queues, durations as ISO 8601 has them, numbers. */
const VALUE = /lethe(?:\.[a-z]+)+(?:, lethe(?:\.[a-z]+)+)*|\bPT[\dHMS.]+|\d+/g;

/**
 * A sentence that the server made, in words where there are any: these have a # for each of its values, which are their places
 * {1}, {2} and so on. Where there are none for the whole, what stands behind a colon was said by somebody else, and stays as it
 * is.
 */
export function phrase(group, text) {
  const [, said, rest = ''] = /^([^:]*)(:.*)?$/s.exec(text);
  return worded(group, text) ?? (rest && worded(group, said) ? worded(group, said) + rest : text);
}

/** Sentences of a list, each on its own. */
export const phrases = (group, text) => text.split('; ').map(one => phrase(group, one)).join('; ');

function worded(group, said) {
  const key = `${group}.${said.replace(VALUE, '#')}`;
  const places = (said.match(VALUE) ?? []).map((value, i) => [i + 1, /^\d+$/.test(value) ? Number(value) : value]);
  return knows(key) ? t(key, Object.fromEntries(places)) : null;
}
