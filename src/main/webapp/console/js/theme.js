/** Light, dark, or as the system has it; the choice is kept in this browser. */

const KEPT = 'lethe.theme';
export const THEMES = ['system', 'light', 'dark'];

export const theme = () => localStorage.getItem(KEPT) ?? 'system';

export function begin() {
  document.documentElement.dataset.theme = theme();
}

export function choose(name) {
  localStorage.setItem(KEPT, name);
  begin();
}
