/** Lists as a file that spreadsheets read (RFC 4180). */

const COLUMNS = ['seq', 'at', 'actor', 'action', 'subjectType', 'subject', 'address', 'requestId', 'details', 'hash'];

export function save(name, items) {
  const lines = [COLUMNS, ...items.map(item => COLUMNS.map(column => item[column]))];
  const text = lines.map(line => line.map(cell).join(',')).join('\r\n') + '\r\n';
  const url = URL.createObjectURL(new Blob(['\ufeff', text], {type: 'text/csv'}));
  const link = Object.assign(document.createElement('a'), {href: url, download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** What a spreadsheet would take for a formula is kept from being one. */
function cell(value) {
  const text = value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
