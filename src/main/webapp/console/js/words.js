/**
 * What the pages say, in the language that was chosen. A text may have places: `{login}`, a number `{n}`, which is
 * written as the language does, and `{n|one file|# files}`, which also bends the words around it.
 */
import en from '/console/js/words/en.js';
import {number, use} from '/console/js/format.js';

const LANGUAGES = {en: 'English', ko: '한국어'};
const KEPT = 'lethe.language';
const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

let words = en;
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

async function speak(code) {
  words = code === 'en' ? en : (await import(`/console/js/words/${code}.js`)).default;
  language = code;
  plurals = new Intl.PluralRules(code);
  document.documentElement.lang = code;
  use(code, Object.fromEntries(['d', 'h', 'min', 's', 'ms'].map(unit => [unit, words[`unit.${unit}`]])));
}

export const knows = key => key in words;

export function t(key, values = {}) {
  return words[key].replace(PLACE, (place, name, one, other) => {
    const value = values[name];
    if (one === undefined) return typeof value === 'number' ? number(value) : value;
    return (plurals.select(value) === 'one' ? one : other).replace('#', number(value));
  });
}

/** The word of a code that the API has; the code itself when a newer server has one that is not known here. */
export const word = (group, code) => (knows(`${group}.${code}`) ? t(`${group}.${code}`) : String(code));
