/** A breaker in words and as a gate in the way of the removals. */
import {columns} from '/console/js/charts.js';
import {duration} from '/console/js/format.js';
import {status, when} from '/console/js/parts.js';
import {phrase, t, word} from '/console/js/words.js';

const KINDS = {CLOSED: 'good', OPEN: 'bad', HALF_OPEN: 'warn'};
const HEALTH = {UP: 'good', DOWN: 'bad', UNKNOWN: 'idle'};

export const breakerState = ({state}) => status(KINDS[state] ?? 'idle', word('breaker', state));

export const health = ({state}) => status(HEALTH[state] ?? 'idle', word('health', state));

/** Why it came to its state: what a person said, else what happened. */
export const reason = ({why, by}) => (by === 'system' ? phrase('why', why) : why);

/** What the breaker does at present, in a sentence. */
export function gate({state, by, closesByItself}) {
  if (state !== 'CLOSED' && !closesByItself) return t('gate.byhand', {who: by});
  return t(`gate.${state}`);
}

/** And what comes next, as facts. */
export const next = ({state, since, closesByItself, nextProbeAt, goodProbes, limits}) => [
  [t('gate.since'), when(since)],
  state !== 'CLOSED' && closesByItself && [t('gate.good'), t('gate.of', {good: goodProbes, n: limits.successes})],
  state !== 'CLOSED' && nextProbeAt && [t('gate.next'), when(nextProbeAt)],
];

/** How it answered, oldest first. */
export const latency = probes => columns([...probes].reverse().map(({tookMillis, error}) => ({value: tookMillis, kind: error ? 'failed' : 'gone'})));

/** A value of the limits. */
export const limitText = (name, value) => (name.endsWith('Millis') ? duration(value) : value === 0 && name === 'errors' ? t('limit.never') : String(value));
