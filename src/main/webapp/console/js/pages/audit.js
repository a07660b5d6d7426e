/** Who did what, from where, when, with before and after; and whether the chain of entries still holds. */
import {html, nothing, repeat} from '/console/js/lit.js';
import {change} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {download} from '/console/js/csv.js';
import {number} from '/console/js/format.js';
import {empty, exactly, more, note, shown} from '/console/js/parts.js';
import {problemText} from '/console/js/problems.js';
import {t, word} from '/console/js/words.js';

const ACTIONS = [
  'FAILURE_RETRIED', 'FAILURE_ASSIGNED', 'FAILURE_UNASSIGNED', 'FAILURE_NOTED', 'FAILURE_IGNORED', 'FAILURE_RESOLVED',
  'FAILURES_CHANGED', 'REDRIVE_STARTED', 'REDRIVE_PAUSED', 'REDRIVE_RESUMED', 'REDRIVE_STOPPED', 'REDRIVE_CANCELLED',
  'BREAKER_OPENED', 'BREAKER_CLOSED', 'BREAKER_PROBED', 'BREAKER_LIMITS_CHANGED', 'REDELIVERY_CHANGED', 'REDELIVERY_DELIVERED',
  'REDELIVERY_DRIFT_SETTLED', 'ERROR_POLICY_ADDED', 'ERROR_POLICY_CHANGED', 'ERROR_POLICY_DELETED', 'HELD_RELEASED',
  'CHANNEL_ADDED', 'CHANNEL_CHANGED', 'CHANNEL_DELETED', 'CHANNEL_TESTED', 'DELETION_HELD', 'DELETION_CONFIRMED',
  'DELETION_CANCELLED', 'ACCOUNT_ADDED', 'ACCOUNT_CHANGED', 'ACCOUNT_DISABLED', 'ACCOUNT_ENABLED', 'TOKEN_ISSUED',
  'TOKEN_REVOKED', 'LOCKED_OUT', 'SESSION_STARTED', 'SESSION_ENDED', 'CALLBACK_SECRET_SHOWN', 'CALLBACK_SECRET_ROTATED',
];
const FILTERS = ['actor', 'action', 'subject', 'from', 'until'];

export function open(app) {
  let filter = null;
  let list = null;
  let verified = null;
  let saving = false;

  const pathOf = more =>
    api.path(['admin', 'audit'], {...filter, from: startOf(filter.from, 0), until: startOf(filter.until, 1), ...more});
  const page = cursor => api.get(pathOf({limit: 50, cursor}));

  async function save() {
    saving = true;
    app.redraw();
    try {
      await download(pathOf(), 'lethe-audit.csv');
    } catch (e) {
      app.say(problemText(e), 'bad');
    }
    saving = false;
    app.redraw();
  }

  async function verify() {
    verified = {busy: true};
    app.redraw();
    try {
      verified = {found: await api.get('/api/admin/audit/verification', {signal: null})};
    } catch (e) {
      verified = {error: e};
    }
    app.redraw();
  }

  return {
    title: () => t('audit.title'),
    leave: () => list.stop(),
    at: (_, query) => {
      const wished = Object.fromEntries(FILTERS.map(name => [name, query.get(name) ?? '']));
      if (filter && FILTERS.every(name => filter[name] === wished[name])) return;
      filter = wished;
      list?.stop();
      list = new Asked(() => page(), app.redraw);
      list.load();
    },
    view: () => html`
      <div class="head"><h1 tabindex="-1">${t('audit.title')}</h1>
        <div class="acts">
          <button type="button" ?disabled=${!list.data?.items.length || saving} @click=${save}>${t('state.csv')}</button>
          <button type="button" ?disabled=${verified?.busy} @click=${verify}>${t('audit.verify')}</button></div></div>
      <div role="status">${verification(verified)}</div>
      ${filterBar(filter)}
      ${shown(list, data => table(data, () => list.more(page)), {rows: 10})}`,
  };
}

/** A day of the filter begins where the person is. */
function startOf(day, plus) {
  if (!day) return null;
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plus).toISOString();
}

function verification(verified) {
  if (!verified) return nothing;
  if (verified.busy) return note('busy', t('audit.verifying'));
  if (verified.error) return note('bad', problemText(verified.error));
  const {intact, entries, head, fault} = verified.found;
  return intact
    ? note('good', html`<p>${t('audit.intact', {n: entries})}</p>
        ${head ? html`<p class="hint">${t('audit.head', {seq: head.seq})} <code class="hash">${head.hash}</code></p>` : nothing}`)
    : note('bad', html`<p>${t('audit.broken', {seq: fault.seq, entries})}</p><p class="hint">${word('audit.fault', fault.kind)}: ${fault.detail}</p>`);
}

const filterBar = filter => html`<form class="filters" role="search" @submit=${event => event.preventDefault()}>
  ${text('actor', filter, '/')}
  <label class="field"><span>${t('audit.action')}</span>
    <select @change=${event => change({action: event.target.value})}>
      <option value="">${t('audit.anyaction')}</option>
      ${ACTIONS.map(action => html`<option value=${action} ?selected=${filter.action === action}>${t(`action.${action}`)}</option>`)}</select></label>
  ${text('subject', filter)}
  ${['from', 'until'].map(
    name => html`<label class="field"><span>${t(`audit.${name}`)}</span>
      <input type="date" .value=${filter[name]} @change=${event => change({[name]: event.target.value})}></label>`,
  )}
</form>`;

const text = (name, filter, key = nothing) => html`<label class="field grow"><span>${t(`audit.${name}`)}</span>
  <input type="search" maxlength="200" aria-keyshortcuts=${key} .value=${filter[name]} autocapitalize="none" spellcheck="false"
    @change=${event => change({[name]: event.target.value.trim()})}></label>`;

function table(data, next) {
  if (!data.items.length) return empty(t('audit.none'), t('audit.none.text'));
  return html`<table class="cards audit"><thead><tr>
      <th scope="col" class="num">${t('audit.seq')}</th><th scope="col">${t('audit.at')}</th><th scope="col">${t('audit.actor')}</th>
      <th scope="col">${t('audit.action')}</th><th scope="col">${t('audit.what')}</th><th scope="col">${t('audit.address')}</th>
    </tr></thead><tbody>${repeat(
      data.items,
      ({id}) => id,
      entry => html`<tr>
        <td class="num" data-label=${t('audit.seq')}>${number(entry.seq)}</td>
        <td data-label=${t('audit.at')}>${exactly(entry.at)}</td>
        <td data-label=${t('audit.actor')}>${entry.actor}</td>
        <td class="main">${word('action', entry.action)}</td>
        <td data-label=${t('audit.what')}>${what(entry)}</td>
        <td data-label=${t('audit.address')}><span class="muted">${entry.address ?? '–'}</span></td></tr>`,
    )}</tbody></table>
    ${more(data, next)}`;
}

const what = ({subjectType, subject, requestId, details, hash}) => html`<details>
  <summary data-row>${word('subject', subjectType)} <code>${details?.login ?? details?.name ?? subject}</code></summary>
  <dl class="details">
    ${Object.entries({id: subject, ...details}).map(([name, value]) => html`<div><dt>${name}</dt><dd>${told(value)}</dd></div>`)}
    ${requestId ? html`<div><dt>X-Request-Id</dt><dd><code>${requestId}</code></dd></div>` : nothing}
    <div><dt>SHA-256</dt><dd><code class="hash">${hash}</code></dd></div>
  </dl></details>`;

/** Before and after where an entry has both. */
function told(value) {
  if (Array.isArray(value)) return html`<ul>${value.map(one => html`<li>${told(one)}</li>`)}</ul>`;
  if (value === null || typeof value !== 'object') return html`<code>${String(value)}</code>`;
  if ('from' in value || 'to' in value) {
    return html`${value.member ? html`${value.member}: ` : nothing}<code>${plain(value.from)}</code> → <code>${plain(value.to)}</code>`;
  }
  return html`<code>${plain(value)}</code>`;
}

const plain = value => (value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value));
