/** What a person must handle: the list, its filter, and beside it the one that is open. */
import {html, nothing} from '/console/js/lit.js';
import {address, change, go, to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {ask} from '/console/js/dialog.js';
import {shown} from '/console/js/parts.js';
import {problemText} from '/console/js/problems.js';
import {t} from '/console/js/words.js';
import {FailureList} from '/console/js/pages/failures/list.js';
import {filterBar, table} from '/console/js/pages/failures/table.js';
import {OneFailure} from '/console/js/pages/failures/one.js';

export function open(app) {
  const list = new FailureList(app.redraw);
  const one = new OneFailure(app.redraw);
  const selected = new Set();

  const queryNow = () => Object.fromEntries(address().query);
  const hrefOf = id => to(['failures', ...(id ? [id] : [])], queryNow());

  async function retry(id) {
    try {
      const retried = await api.post(api.path(['admin', 'failures', id, 'retry']));
      list.put(retried);
      one.put(retried);
      app.say(t('failures.retried'));
      return true;
    } catch (e) {
      app.say(problemText(e), 'bad');
      return false;
    }
  }

  async function retryAndNext(id) {
    const next = list.after(id);
    if (!(await retry(id))) return;
    if (next) go(hrefOf(next.id));
    else app.say(t('failures.last'));
  }

  async function retrySelected() {
    const ids = [...selected];
    let sent = 0;
    await ask({
      title: t('failures.retry.title', {n: ids.length}),
      body: html`<p>${t('failures.retry.body')}</p>`,
      act: t('failures.retry.act', {n: ids.length}),
      run: async () => {
        for (const id of ids.filter(id => selected.has(id))) {
          list.put(await api.post(api.path(['admin', 'failures', id, 'retry'])));
          selected.delete(id);
          sent++;
        }
      },
    });
    if (sent) app.say(t('failures.retried.many', {n: sent}));
  }

  return {
    title: () => t('failures.title'),
    leave: () => {
      list.stop();
      one.stop();
    },
    at: ([id], query) => {
      list.narrow({state: query.get('state') ?? 'OPEN', deletion: query.get('deletion'), text: query.get('text') ?? ''});
      one.show(id ?? null);
    },
    view: () => html`
      <div class="head"><h1 tabindex="-1">${t('failures.title')}</h1></div>
      ${filterBar(list.filter, change)}
      <div class="split ${one.id ? 'opened' : ''}">
        <section class="list" aria-label=${t('failures.list')}>
          ${list.unseen ? html`<p class="new"><button type="button" @click=${() => list.show()}>${t('failures.new', {n: list.unseen})}</button></p>` : nothing}
          ${shown(list.asked, () => table({list, selected, openId: one.id, hrefOf, redraw: app.redraw, retrySelected}), {rows: 8})}
        </section>
        ${one.id ? one.view({back: hrefOf(null), next: list.after(one.id), hrefOf, retry, retryAndNext}) : nothing}
      </div>`,
  };
}
