/** What becomes of which failures: the error policies, what they hold at present, and the editor of one. */
import {html, nothing, repeat} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {shown, status, when} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {Held} from '/console/js/pages/policies/held.js';
import {OnePolicy} from '/console/js/pages/policies/one.js';
import {actionText, matchText} from '/console/js/pages/policies/words.js';

const EVERY = 15_000;

export function open(app) {
  const held = new Held(app);
  let list = null;
  let one = null;
  const leaveOne = () => {
    one?.stop();
    one = null;
  };
  return {
    title: () => t('policies.title'),
    leave: () => {
      leaveOne();
      list?.stop();
      held.stop();
    },
    at: ([id], query) => {
      if (one && id !== one.id) leaveOne();
      if (id) {
        one ??= new OnePolicy(app, id, query);
        one.at(query);
        return;
      }
      list ??= new Asked(() => api.get('/api/admin/error-policies'), app.redraw, EVERY);
      list.load();
      held.load();
    },
    view: () =>
      one
        ? one.view()
        : html`<div class="head"><h1 tabindex="-1">${t('policies.title')}</h1>
              ${app.has('admin') ? html`<div class="acts"><a class="button primary" href=${to(['policies', 'new'])} aria-keyshortcuts="c">${t('policies.add')} <kbd aria-hidden="true">c</kbd></a></div>` : nothing}</div>
            <p class="hint">${t('policies.what')} ${app.has('admin') ? '' : t('policies.readonly')}</p>
            ${shown(list, ({items}) => table(items), {rows: 6})}
            ${held.view()}`,
  };
}

const table = items => html`<table class="cards policies"><thead><tr>
    <th scope="col">${t('policies.match')}</th><th scope="col">${t('policies.action')}</th><th scope="col">${t('policies.name')}</th>
    <th scope="col">${t('policies.state')}</th><th scope="col">${t('policies.changed')}</th>
  </tr></thead><tbody>${repeat(
    items,
    ({id}) => id,
    item => html`<tr>
      <td class="main"><a data-row href=${to(['policies', item.id])}>${matchText(item.policy.match, item.builtIn)}</a></td>
      <td data-label=${t('policies.action')}>${actionText(item.policy)}</td>
      <td data-label=${t('policies.name')}>${item.builtIn ? html`<span class="muted">${t('policies.builtin')}</span>` : item.policy.name}</td>
      <td data-label=${t('policies.state')}>${item.state === 'EXPIRED' ? status('off', t('policies.EXPIRED')) : status('good', t('policies.ACTIVE'))}</td>
      <td data-label=${t('policies.changed')}>${item.at ? html`${item.author} · ${when(item.at)}` : '–'}</td></tr>`,
  )}</tbody></table>`;
