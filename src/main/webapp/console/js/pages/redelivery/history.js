/** What was set before: who, when, why, what changed; and the way back to any of it. */
import {html, nothing, repeat} from '/console/js/lit.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {Conditional} from '/console/js/conflict.js';
import {ask} from '/console/js/dialog.js';
import {exactly, more, reasonField, shown} from '/console/js/parts.js';
import {problemText} from '/console/js/problems.js';
import {t, word} from '/console/js/words.js';
import {differences, documentOf, told, toldMember, warnings} from '/console/js/pages/redelivery/policy.js';

export class History {
  #app;
  #queue;
  #changed;

  constructor(app, queue, changed) {
    this.#app = app;
    this.#queue = queue;
    this.#changed = changed;
    this.asked = new Asked(() => this.#page(), app.redraw);
    this.load();
  }

  load() {
    this.asked.load();
  }

  stop() {
    this.asked.stop();
  }

  #page(cursor) {
    return api.get(api.path(['admin', 'redelivery', this.#queue, 'versions'], {limit: 20, cursor}));
  }

  /** @param present what counts now, with its tag */
  view(present) {
    return html`<section class="history"><h2>${t('history.title')}</h2>${shown(
      this.asked,
      data => html`<ol class="versions">${repeat(
          data.items,
          ({version}) => version,
          item => html`<li>
            <div class="what"><p><b>${t('redelivery.version', {n: item.version})}</b> <span class="muted">${exactly(item.at)} · ${item.author}
              ${item.restoredFrom ? html` · ${t('history.restored', {n: item.restoredFrom})}` : nothing}</span></p>
              <p>“${item.reason}”</p>
              ${item.differences.length ? html`<ul class="changes">${item.differences.map(
                ({member, from, to}) => html`<li>${word('policy', member)}: <del>${told(member, from)}</del> → <ins>${told(member, to)}</ins></li>`,
              )}</ul>` : nothing}</div>
            ${present && item.version === present.data.version
              ? html`<span class="muted">${t('history.present')}</span>`
              : present?.data.changeable && this.#app.has('admin')
                ? html`<button type="button" data-row @click=${() => this.#putBack(item, present)}>${t('history.putback')}</button>`
                : nothing}</li>`,
        )}</ol>
        ${more(data, () => this.asked.more(cursor => this.#page(cursor)))}`,
      {rows: 3},
    )}</section>`;
  }

  async #putBack({version, policy}, present) {
    const path = (...more) => api.path(['admin', 'redelivery', this.#queue, ...more]);
    const putting = new Conditional(path(), present, documentOf, toldMember);
    const look = () => api.post(path('preview'), {policy});
    let seen;
    try {
      seen = await look();
    } catch (e) {
      this.#app.say(problemText(e), 'bad');
      return;
    }
    const done = await ask({
      title: t('history.putback.title', {n: version}),
      wide: true,
      body: () => html`${putting.shown()}${differences(seen.differences)}${warnings(seen.warnings)}<p class="hint">${t('history.putback.body')}</p>${reasonField()}`,
      act: t('history.putback'),
      run: async data => {
        try {
          await putting.run(tag => api.post(path('versions', version, 'restore'), {reason: data.get('reason')}, {tag}));
        } catch (e) {
          if (e.status === 412) seen = await look();
          throw e;
        }
      },
    });
    if (done) this.#app.say(t('history.done', {n: version}));
    if (done || putting.present !== present) this.#changed();
  }
}
