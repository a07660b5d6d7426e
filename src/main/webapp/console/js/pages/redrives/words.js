/** A redrive in words. */
import {causeText, status, storageText} from '/console/js/parts.js';
import {number} from '/console/js/format.js';
import {t} from '/console/js/words.js';

export const STATES = ['RUNNING', 'PAUSED', 'STOPPED', 'CANCELLED', 'COMPLETED'];
export const OUTCOMES = ['WAITING', 'SENT', 'SUCCEEDED', 'FAILED_AGAIN', 'SKIPPED'];
const KINDS = {RUNNING: 'busy', PAUSED: 'warn', STOPPED: 'bad', CANCELLED: 'off', COMPLETED: 'good'};
const OUTCOME_KINDS = {WAITING: 'idle', SENT: 'busy', SUCCEEDED: 'good', FAILED_AGAIN: 'bad', SKIPPED: 'off'};

export const stateOf = ({state}) => status(KINDS[state] ?? 'idle', t(`redrive.${state}`));
export const outcomeOf = outcome => status(OUTCOME_KINDS[outcome] ?? 'idle', t(`outcome.${outcome}`));

/** What it was to send. */
export function filterText(filter) {
  const list = [filter.cause, filter.storage, filter.q, filter.id, filter.group, filter.deletion];
  const [cause, storage, words, ids, group, deletion] = list.map(value => (value === undefined ? [] : [value].flat()));
  const said = [
    ...cause.map(causeText),
    ...storage.map(storageText),
    ...words.map(word => `“${word}”`),
    ...(ids.length ? [t('redrives.ids', {n: ids.length})] : []),
    ...(group.length && !cause.length ? [t('redrives.groups', {n: group.length})] : []),
    ...deletion.map(id => t('redrives.deletion', {id: id.slice(-12)})),
  ];
  return said.join(' · ') || t('redrives.everything');
}

export const progress = counts =>
  t('redrives.done', {n: number(counts.succeeded + counts.failedAgain + counts.skipped), of: number(counts.total)});

/** For a bar. */
export const segments = ({succeeded, failedAgain, sent, waiting, skipped}) => [
  {kind: 'gone', value: succeeded},
  {kind: 'failed', value: failedAgain},
  {kind: 'waived', value: skipped},
  {kind: 'sent', value: sent},
  {kind: 'rest', value: waiting},
];
