/** An error policy in words. */
import {html} from '/console/js/lit.js';
import {causeText, exactly, storageText} from '/console/js/parts.js';
import {number} from '/console/js/format.js';
import {t, word} from '/console/js/words.js';

export const ACTIONS = ['RETRY', 'NOTIFY', 'HUMAN', 'IGNORE', 'HOLD'];
export const KINDS = ['TRANSIENT', 'PERMANENT', 'HELD', 'UNFORESEEN'];
export const STORAGES = ['main', 'backup'];
export const QUEUES = ['lethe.removal.plan', 'lethe.removal.main', 'lethe.removal.backup'];

/** Which failures are meant. */
export function matchText(match, isBuiltIn = false) {
  const parts = [
    match?.cause && `“${causeText(match.cause)}”`,
    match?.kind && word('errorkind', match.kind),
    match?.storage && storageText(match.storage),
    match?.queue,
  ].filter(Boolean);
  if (parts.length) return parts.join(' · ');
  return t(isBuiltIn ? 'policies.everythingelse' : 'policies.everything');
}

/** What becomes of them. */
export const actionText = ({action, maxAttempts, until}) => html`${word('policyaction', action)}${maxAttempts
  ? html` <span class="muted">${t('policies.attempts', {n: maxAttempts})}</span>`
  : ''}${until ? html` <span class="muted">${t('policies.untilwhen')} ${exactly(until)}</span>` : ''}`;

/** A member of the document, and its value, for differences. */
export const told = {
  name: name => word('policymember', name),
  value: (name, value) => {
    if (value === null || value === undefined) return '–';
    if (name === 'action') return word('policyaction', value);
    if (name === 'until') return exactly(value);
    if (name === 'match.cause') return causeText(value);
    if (name === 'match.kind') return word('errorkind', value);
    if (name === 'match.storage') return storageText(value);
    return typeof value === 'number' ? number(value) : String(value);
  },
};
