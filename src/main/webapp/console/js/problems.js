/** What went wrong, in words: what happened, to what, and what to do. */
import {bytes, duration, exactDuration, number} from '/console/js/format.js';
import {knows, t} from '/console/js/words.js';

export function problemText(error) {
  if (error.status === undefined) return t('problem.page', {message: error.message});
  if (error.status === 0) return t('problem.no-connection');
  const text = knows(`problem.${error.type}`) ? t(`problem.${error.type}`) : error.message;
  const fields = fieldsOf(error).map(one => `${nameOf(one.field)}: ${fieldText(one)}`).join(' ');
  const again = error.retryAfterSeconds ? t('problem.again', {wait: duration(error.retryAfterSeconds * 1000)}) : '';
  return [text, fields, again].filter(Boolean).join(' ');
}

/** What is wrong with which fields of what was sent, as the API says it; none where it is something else. */
export const fieldsOf = error => error.problem?.errors ?? [];

/**
 * What is wrong with a field, in words where the API tells the rule by a code, and with its unit.
 * @param told makes one of the rule's figures readable
 */
export function fieldText({field, message, code, figures = {}}, told = inUnitOf(field)) {
  if (!knows(`fieldfault.${code}`)) return message;
  if (code === 'WHOLE_NUMBER' && inUnitOf(field) !== number) return t('problem.unreadable'); // nobody types milliseconds
  return t(`fieldfault.${code}`, Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, told(value)])));
}

const percent = value => `${number(value * 100)} %`;
const UNITS = {Millis: exactDuration, Seconds: value => exactDuration(value * 1000), Bytes: bytes, Ratio: percent, jitter: percent};

const inUnitOf = field => UNITS[Object.keys(UNITS).find(ending => field.endsWith(ending))] ?? number;

/** Where pages have a label for a field; what is not there is not loaded, and not asked for. */
const LABELS = ['dialog.', 'limit.', 'policy.', 'policymember.', 'channelmember.'];

function nameOf(field) {
  const name = field.replace(/^(policy|limits)\./, '');
  const label = LABELS.map(group => group + name).find(knows);
  return label ? t(label) : field;
}
