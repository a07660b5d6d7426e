/**
 * The keyboard. A key of its own belongs to whatever names it in aria-keyshortcuts; `j` and `k` go through the rows,
 * `g` and a letter to the pages. Nothing happens while somebody types, or a dialog is open; and it can be switched off
 * (WCAG 2.1.4).
 */

const KEPT = 'lethe.keys';
const PATIENCE = 1500;
let gAt = 0;

export const areOn = () => localStorage.getItem(KEPT) !== 'off';
export const switchOn = on => localStorage.setItem(KEPT, on ? 'on' : 'off');

/** @param goTo goes to the page of this letter, if there is one */
export function start(goTo) {
  document.addEventListener('keydown', event => {
    if (!areOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    if (act(event.key, goTo)) event.preventDefault();
  });
}

function isTyping(target) {
  return Boolean(target.closest?.('input:not([type=checkbox],[type=radio]), textarea, select'));
}

function act(key, goTo) {
  if (Date.now() - gAt < PATIENCE) {
    gAt = 0;
    return goTo(key);
  }
  if (key === 'g') {
    gAt = Date.now();
    return true;
  }
  if (key === 'j' || key === 'k') return step(key === 'j' ? 1 : -1);
  const owner = key === 'x' ? ofRow('input[type=checkbox]') : seen(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
  if (!owner) return false;
  if (owner.matches('input:not([type=checkbox])')) owner.focus();
  else owner.click();
  return true;
}

function step(by) {
  const rows = [...document.querySelectorAll('[data-row]')].filter(row => row.checkVisibility());
  if (!rows.length) return false;
  const now = rows.findIndex(row => row === document.activeElement || row.closest('tr, li')?.contains(document.activeElement));
  const next = now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(now + by, 0), rows.length - 1);
  rows[next].focus();
  rows[next].scrollIntoView({block: 'nearest'});
  return true;
}

const ofRow = selector => document.activeElement?.closest('tr, li')?.querySelector(selector);

function seen(selector) {
  return [...document.querySelectorAll(selector)].find(element => !element.disabled && element.checkVisibility());
}
