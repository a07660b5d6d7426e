/** A deletion in words. */
import {status} from '/console/js/parts.js';
import {t, word} from '/console/js/words.js';

export const STATES = ['HELD', 'REQUESTED', 'PLANNING', 'REMOVING', 'COMPLETED', 'COMPLETED_WITH_FAILURES', 'RESTORED', 'CANCELLED'];
const KINDS = {HELD: 'warn', REQUESTED: 'idle', PLANNING: 'busy', REMOVING: 'busy', COMPLETED: 'good', COMPLETED_WITH_FAILURES: 'bad', RESTORED: 'off', CANCELLED: 'off'};

export const stateOf = ({state}) => status(KINDS[state] ?? 'idle', word('deletion', state));

/** What was deleted. */
export const whatText = ({kind, photos}) =>
  kind === 'PHOTOS' ? t('deletions.photos', {n: photos}) : `${word('deletionkind', kind)} · ${t('deletions.photos', {n: photos})}`;

export const isOver = ({state}) => !['HELD', 'REQUESTED', 'PLANNING', 'REMOVING'].includes(state);

/** What is known of each storage; a list has less of it than the deletion itself. */
export function storagesOf({storages, files, photos}) {
  if (storages) return storages;
  const names = Object.keys(files.gone);
  const each = files.requested ? files.requested / names.length : photos;
  return names.map(storage => ({storage, requested: each, gone: files.gone[storage], failed: 0}));
}

/** For a bar. */
export const segments = ({requested, gone, failed = 0, waived = 0}) => [
  {kind: 'gone', value: gone},
  {kind: 'failed', value: failed},
  {kind: 'waived', value: waived},
  {kind: 'rest', value: Math.max(0, requested - gone - failed - waived)},
];
