/** What went wrong, in words: what happened, to what, and what to do. */
import {duration} from '/console/js/format.js';
import {knows, t} from '/console/js/words.js';

export function problemText(error) {
  if (error.status === undefined) return t('problem.page', {message: error.message});
  if (error.status === 0) return t('problem.no-connection');
  const text = knows(`problem.${error.type}`) ? t(`problem.${error.type}`) : error.message;
  const fields = (error.problem.errors ?? []).map(({field, message}) => `${field}: ${message}`).join('; ');
  const again = error.retryAfterSeconds ? t('problem.again', {wait: duration(error.retryAfterSeconds * 1000)}) : '';
  return [text, fields, again].filter(Boolean).join(' ');
}
