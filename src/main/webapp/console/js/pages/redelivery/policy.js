/** A policy in words: as a sentence, its members, its differences, its warnings. */
import {html, nothing} from '/console/js/lit.js';
import {bytes, duration, exactDuration, number} from '/console/js/format.js';
import {status} from '/console/js/parts.js';
import {knows, t, word} from '/console/js/words.js';

/** The members in the order of the form, and what they are. */
export const MEMBERS = [
  {name: 'maxAttempts', kind: 'attempts', group: 'waits'},
  {name: 'delayMillis', kind: 'duration', group: 'waits'},
  {name: 'multiplier', kind: 'number', step: '0.1', group: 'waits'},
  {name: 'jitter', kind: 'percent', group: 'waits'},
  {name: 'maxDelayMillis', kind: 'duration', group: 'waits'},
  {name: 'expiryMillis', kind: 'duration', group: 'waits'},
  {name: 'paused', kind: 'switch', group: 'work'},
  {name: 'sessions', kind: 'number', step: '1', group: 'work'},
  {name: 'chunkSize', kind: 'number', step: '1', group: 'work', only: 'lethe.removal.plan'},
  {name: 'maxSizeBytes', kind: 'mebibytes', group: 'memory'},
  {name: 'pageSizeBytes', kind: 'mebibytes', group: 'memory'},
  {name: 'whenFull', kind: 'choice', choices: ['PAGE', 'BLOCK', 'FAIL'], group: 'memory'},
];

const MOST_WAITS = 6;

export function sentence(schedule) {
  const waits = schedule.waits.map(wait => duration(wait.typicalMillis));
  const said = waits.length > MOST_WAITS && !schedule.endless ? [...waits.slice(0, 4), '…', waits.at(-1)] : waits.slice(0, MOST_WAITS);
  const list = said.join(', ').replace(', …,', ' …');
  if (schedule.endless) return endless(waits, list);
  if (!waits.length) return t('redelivery.once');
  return t('redelivery.sentence', {n: schedule.attempts, total: duration(schedule.typicalTotalMillis), waits: list});
}

/** Waits that grow no more are said once. */
function endless(waits, list) {
  const last = waits.at(-1);
  const steady = waits.indexOf(last);
  return waits.at(-2) === last && steady > 0
    ? t('redelivery.steady', {waits: waits.slice(0, steady).join(', '), last})
    : t('redelivery.endless', {waits: list});
}

const BROKER = {MATCHES: 'good', NOT_YET_TOLD: 'busy', DRIFT: 'bad', AWAY: 'warn'};

export const brokerState = ({state}) => status(BROKER[state] ?? 'idle', word('broker', state));

/** A member's value, with its unit. */
export function told(member, value) {
  if (value === undefined || value === null) return '–';
  const kind = MEMBERS.find(({name}) => name === member)?.kind;
  if (kind === 'duration') return member === 'expiryMillis' && value === 0 ? t('policy.never') : exactDuration(value);
  if (kind === 'attempts') return value === -1 ? t('policy.forever') : number(value);
  if (kind === 'percent') return `${number(value * 100)} %`;
  if (kind === 'mebibytes') return bytes(value);
  if (kind === 'switch') return value ? t('policy.yes') : t('policy.no');
  if (kind === 'choice') return word('full', value);
  if ((member === 'sessions' || member === 'chunkSize') && value === 0) return t('policy.ofnode');
  return typeof value === 'number' ? number(value) : String(value);
}

/** @param headings what the two sides are */
export function differences(list, headings = [t('diff.before'), t('diff.after')]) {
  if (!list.length) return html`<p class="muted">${t('diff.none')}</p>`;
  return html`<table class="diff"><thead><tr><th scope="col">${t('diff.member')}</th>
      <th scope="col">${headings[0]}</th><th scope="col">${headings[1]}</th></tr></thead>
    <tbody>${list.map(
      ({member, from, to}) => html`<tr><th scope="row">${word('policy', member)}</th>
        <td><del>${told(member, from)}</del></td><td><ins>${told(member, to)}</ins></td></tr>`,
    )}</tbody></table>`;
}

/** The same for {@link Conditional}. */
export const toldMember = {name: name => word('policy', name), value: told};

/** What people set of a queue. */
export const documentOf = ({policy}) => policy;

const FIGURES = {Millis: duration, Bytes: bytes};

export function warning({code, figures}) {
  const values = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => {
      const unit = Object.keys(FIGURES).find(ending => name.endsWith(ending));
      return [name, unit ? FIGURES[unit](value) : value];
    }),
  );
  return knows(`warning.${code}`) ? t(`warning.${code}`, values) : `${code} ${JSON.stringify(figures)}`;
}

export const warnings = list =>
  list.length
    ? html`<ul class="warnings">${list.map(one => html`<li><span class="shape" aria-hidden="true">▲</span>${warning(one)}</li>`)}</ul>`
    : nothing;
