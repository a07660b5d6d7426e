/** A channel in words, and the parts of its document. */
import {duration} from '/console/js/format.js';
import {storageText} from '/console/js/parts.js';
import {t, word} from '/console/js/words.js';

export const KINDS = ['SLACK', 'WEBHOOK', 'EMAIL'];
export const TELLS = ['FAILURES', 'RECOVERIES', 'ERRORS', 'BREAKERS'];
export const FAILURE_KINDS = ['REMOVAL', 'PLAN', 'MESSAGE'];
export const STORAGES = ['main', 'backup'];

/** Where to; no secret is in it. */
export function targetText({kind, target}) {
  if (kind === 'SLACK') return target.host ?? '–';
  if (kind === 'WEBHOOK') return target.url;
  return (target.to ?? []).join(', ');
}

/** What people set of a channel. */
export const documentOf = ({name, enabled, language, windowSeconds, tells, failureKinds, storages, target}) => ({
  name, enabled, language, windowSeconds, tells, failureKinds, storages, target,
});

const LISTS = {tells: 'tells', failureKinds: 'kind', storages: 'storage'};

/** A member and its value, for differences. */
export const told = {
  name: name => word('channelmember', name),
  value: (name, value) => {
    if (value === null || value === undefined) return '–';
    if (name === 'windowSeconds') return duration(value * 1000);
    if (typeof value === 'boolean') return t(value ? 'channels.yes' : 'channels.no');
    if (LISTS[name]) return value.length ? value.map(one => (LISTS[name] === 'storage' ? storageText(one) : word(LISTS[name], one))).join(', ') : t('channels.all');
    return Array.isArray(value) ? value.join(', ') : String(value);
  },
};
