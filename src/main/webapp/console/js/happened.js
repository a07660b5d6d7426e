/** What is told of an event of a failure, on its own page and on its deletion's; what somebody wrote is left as it is. */
import {clock} from '/console/js/format.js';
import {phrase, t} from '/console/js/words.js';

const cause = text => phrase('cause', text);
const why = text => phrase('why', text);

/** What begins with something that has words. */
const TOLD = {'dead letter': cause, expired: cause, 'to a person at once': cause, 'ignored by policy': cause, resolved: text => phrase('outcome', text), retried: why, void: why};

export function told(what, detail, {assignee, until, oneOf} = {}) {
  const besides = [
    assignee ? t('happened.to', {assignee}) : '',
    until ? t(assignee ? 'happened.due' : 'happened.such', {at: clock(until)}) : '',
  ].filter(Boolean).join(', ');
  return [besides ? `${besides}:` : '', TOLD[what]?.(detail) ?? detail, oneOf > 1 ? `(${t('happened.oneof', {n: oneOf})})` : ''].filter(Boolean).join(' ');
}
