/** Lists as a file that spreadsheets read (RFC 4180). */
import * as api from '/console/js/api.js';

/** Without it, spreadsheets take letters of other alphabets for something else. */
const BYTE_ORDER_MARK = '\ufeff';

/** Saves what the API has as CSV under this path: all of it, whatever is shown. */
export async function download(path, name) {
  const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, await api.csv(path)], {type: 'text/csv'}));
  Object.assign(document.createElement('a'), {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
