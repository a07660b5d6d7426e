/** Removals that a policy has parked until their date; a person may let them go earlier. */
import {html, nothing} from '/console/js/lit.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {ask} from '/console/js/dialog.js';
import {number} from '/console/js/format.js';
import {exactly, reasonField, shown, storageText} from '/console/js/parts.js';
import {t} from '/console/js/words.js';

const EVERY = 15_000;

export class Held {
  #app;

  constructor(app) {
    this.#app = app;
    this.asked = new Asked(() => api.get('/api/admin/held-removals/summary'), app.redraw, EVERY);
  }

  load() {
    this.asked.load();
  }

  stop() {
    this.asked.stop();
  }

  /** Nothing where nothing is held; where nobody knows, that. */
  view() {
    const {data, error, isStale} = this.asked;
    if (data && !data.items.length && (!error || isStale)) return nothing;
    return html`<section class="history">${data?.items.length || error ? html`<h2>${t('held.title')}</h2>` : nothing}
      ${shown(this.asked, ({items, storages}) => (items.length ? this.#table(items, storages) : nothing), {rows: 1})}</section>`;
  }

  #table(items, storages) {
    return html`<table class="cards"><thead><tr><th scope="col">${t('held.because')}</th><th scope="col">${t('held.storage')}</th>
        <th scope="col" class="num">${t('held.files')}</th><th scope="col">${t('held.until')}</th></tr></thead>
      <tbody>${items.map(
        ({storage, because, until, files}) => html`<tr><td class="main">${because}</td><td data-label=${t('held.storage')}>${storageText(storage)}</td>
          <td class="num" data-label=${t('held.files')}>${number(files)}</td><td data-label=${t('held.until')}>${exactly(until)}</td></tr>`,
      )}</tbody></table>
      <p class="acts">${storages.map(
        ({storage}) => html`<button type="button" @click=${() => this.#release(storage)}>${t('held.release', {storage: storageText(storage)})}…</button>`,
      )}</p>`;
  }

  /** Names the number as it is now, and does not do it when it is another one by then. */
  async #release(storage) {
    let now = await this.#on(storage);
    let released = 0;
    let left = 0;
    const done = await ask({
      title: () => t('held.release.title', {n: now.files, storage: storageText(storage)}),
      body: html`<p>${t('held.release.body')}</p>${reasonField()}`,
      act: () => t('held.release.act', {n: now.files}),
      run: async form => {
        left = now.removals;
        try {
          while (left > 0) {
            const some = await api.post('/api/admin/held-removals/release', {storage, expected: left, reason: form.get('reason')});
            released += some.released;
            left = some.left;
          }
        } catch (e) {
          if (e.type === 'count-changed') now = await this.#on(storage);
          if (e.type !== 'count-changed' || !released) throw e;
        }
      },
    });
    if (done) this.#app.say(t(left ? 'held.released.some' : 'held.released'), left ? 'warn' : undefined);
    this.load();
  }

  async #on(wanted) {
    const {storages} = await api.get('/api/admin/held-removals/summary');
    return storages.find(({storage}) => storage === wanted) ?? {removals: 0, files: 0};
  }
}
