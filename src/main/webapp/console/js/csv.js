/** Lists as a file that spreadsheets read (RFC 4180). */
import * as api from '/console/js/api.js';

const PAGE = 500;

/** Saves what the API has as CSV under this path: all of it, whatever is shown. */
export async function download(path, name) {
  keep(await api.csv(path), name);
}

/** Saves every item of a list of the API that has no CSV of its own. @param pathOf makes the path of a page from its cursor */
export async function saveAll(pathOf, columns, name) {
  const lines = [columns];
  let cursor = null;
  do {
    const page = await api.get(pathOf({limit: PAGE, cursor}));
    lines.push(...page.items.map(item => columns.map(column => item[column])));
    cursor = page.nextCursor;
  } while (cursor);
  keep(new Blob(['\ufeff', lines.map(line => line.map(cell).join(',')).join('\r\n'), '\r\n'], {type: 'text/csv'}), name);
}

function keep(blob, name) {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** What a spreadsheet would take for a formula is kept from being one. */
function cell(value) {
  const text = value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
