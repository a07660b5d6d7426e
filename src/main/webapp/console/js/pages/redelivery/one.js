/** One queue: its policy, what comes of it, what the broker really has, and how it came to be so. */
import {html, nothing} from '/console/js/lit.js';
import {change, to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {Conditional} from '/console/js/conflict.js';
import {ask} from '/console/js/dialog.js';
import {number} from '/console/js/format.js';
import {facts, note, reasonField, shown, status, when} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {History} from '/console/js/pages/redelivery/history.js';
import {brokerState, differences, documentOf, MEMBERS, told, toldMember} from '/console/js/pages/redelivery/policy.js';
import {preview} from '/console/js/pages/redelivery/preview.js';

const EVERY = 5000;

export class OneQueue {
  #app;
  #editing = false;
  #version = null;

  constructor(app, queue) {
    this.#app = app;
    this.queue = queue;
    this.editor = null;
    this.asked = new Asked(async () => this.#read(), app.redraw, EVERY);
    this.history = new History(app, queue, () => this.#reload());
    this.asked.load();
  }

  #path(...more) {
    return api.path(['admin', 'redelivery', this.queue, ...more]);
  }

  async #read() {
    const answer = await api.getWithTag(this.#path());
    if (this.#version !== null && this.#version !== answer.data.version) this.history.load();
    this.#version = answer.data.version;
    if (this.#editing && !this.editor) this.#edit(answer);
    return answer;
  }

  at(query) {
    this.#editing = query.get('edit') === '1';
    if (!this.#editing) {
      this.editor?.stop();
      this.editor = null;
    } else if (!this.editor && this.asked.data) {
      this.#edit(this.asked.data);
    }
  }

  async #edit(present) {
    if (!present.data.changeable || !this.#app.has('admin')) return;
    const {Editor} = await import('/console/js/pages/redelivery/editor.js');
    if (!this.#editing || this.editor) return;
    this.editor = new Editor(this.#app, this.queue, present, {
      close: () => change({edit: null}),
      saved: () => {
        change({edit: null});
        this.#app.say(t('editor.saved'));
        this.#reload();
      },
    });
    this.#app.redraw();
  }

  #reload() {
    this.asked.load();
    this.history.load();
  }

  stop() {
    this.#editing = false;
    this.asked.stop();
    this.editor?.stop();
    this.history.stop();
  }

  view() {
    const present = this.asked.data?.data;
    const mayEdit = present?.changeable && this.#app.has('admin');
    return html`
      <p class="nav"><a href=${to(['redelivery'])}>${t('redelivery.back')}</a></p>
      <div class="head"><h1 tabindex="-1" class="mono">${this.queue}</h1>
        <div class="acts">${mayEdit && !this.editor
          ? html`<button type="button" ?disabled=${present.broker.state === 'DRIFT'} @click=${() => this.#pause(present.policy.paused ? 'resume' : 'pause')}>
                ${present.policy.paused ? t('redelivery.resume') : t('redelivery.pause')}…</button>
              <button type="button" class="primary" aria-keyshortcuts="e" ?disabled=${present.broker.state === 'DRIFT'}
              @click=${() => change({edit: 1})}>${t('redelivery.edit')} <kbd aria-hidden="true">e</kbd></button>`
          : nothing}</div></div>
      ${shown(this.asked, present => this.#document(present), {rows: 12})}
      ${this.history.view(this.asked.data)}`;
  }

  #document(present) {
    const {data} = present;
    return html`
      <p class="line">${brokerState(data.broker)} ${data.policy.paused ? status('warn', t('redelivery.paused')) : nothing} ${data.held ? status('bad', t('redelivery.held')) : nothing}
        <span class="muted">${t('redelivery.version', {n: number(data.version)})} · ${data.author} · ${when(data.at)} · “${data.reason}”</span></p>
      ${data.changeable ? (this.#app.has('admin') ? nothing : html`<p class="hint">${t('redelivery.readonly')}</p>`) : html`<p class="hint">${t('redelivery.fixed')}</p>`}
      ${data.broker.state === 'DRIFT' ? this.#drift(present) : nothing}
      ${this.#waiting(data)}
      ${this.editor
        ? this.editor.view()
        : html`<div class="two">
            <section><h2>${t('redelivery.policy')}</h2>${facts(
              MEMBERS.filter(({only}) => !only || only === this.queue).map(({name}) => [t(`policy.${name}`), told(name, data.policy[name])]),
            )}${this.#now(data)}</section>
            <section class="seen"><h2>${t('editor.attempts')}</h2>${preview(data)}</section></div>`}`;
  }

  async #pause(act) {
    const done = await ask({
      title: t(`redelivery.${act}.title`, {queue: this.queue}),
      body: html`<p>${t(`redelivery.${act}.body`)}</p>${reasonField()}`,
      act: t(`redelivery.${act}`),
      run: form => api.post(api.path(['admin', 'queues', this.queue, act]), {reason: form.get('reason')}),
    });
    if (!done) return;
    this.#app.say(t(`redelivery.${act}.done`));
    this.#reload();
  }

  #now({messages, sessions}) {
    if (!messages) return nothing;
    return html`<h3>${t('redelivery.now')}</h3>${facts([
      [t('way.waiting'), number(messages.ready)],
      [t('way.inflight'), number(messages.inFlight)],
      [t('way.scheduled'), number(messages.waiting)],
      [t('redelivery.consumers'), number(messages.consumers)],
      sessions?.most && [t('redelivery.sessions'), t('redelivery.sessions.of', {n: sessions.working, most: sessions.most})],
    ])}`;
  }

  #waiting({messages, changeable}) {
    if (!messages?.waiting || !changeable || !this.#app.has('admin')) return nothing;
    const n = messages.waiting;
    const deliver = async () => {
      let delivered = 0;
      const done = await ask({
        title: t('deliver.title', {n}),
        body: html`<p>${t('deliver.body')}</p>${reasonField()}`,
        act: t('deliver.act', {n}),
        run: async form => {
          delivered = (await api.post(this.#path('deliver-now'), {reason: form.get('reason')})).messages;
        },
      });
      if (done) this.#app.say(t('deliver.done', {n: delivered}));
      if (done) this.#reload();
    };
    return note('busy', t('deliver.waiting', {n}), html`<button type="button" @click=${deliver}>${t('deliver.act', {n})}</button>`);
  }

  #drift(present) {
    const {broker} = present.data;
    const settle = async keep => {
      const settling = new Conditional(this.#path(), present, documentOf, toldMember);
      const done = await ask({
        title: t(`drift.${keep}`),
        wide: true,
        body: () => html`${settling.shown()}${differences(settling.present.data.broker.differences ?? [], [t('drift.is.stored'), t('drift.is.broker')])}
          <p>${t(`drift.${keep}.body`)}</p>${reasonField()}`,
        act: t(`drift.${keep}`),
        run: data => settling.run(tag => api.post(this.#path('drift'), {keep, reason: data.get('reason')}, {tag})),
      });
      if (done) this.#app.say(t('drift.settled'));
      if (done || settling.present !== present) this.#reload();
    };
    return html`<section class="note bad"><span class="shape" aria-hidden="true">✕</span><div><h2>${t('drift.title')} ${broker.driftSince ? when(broker.driftSince) : nothing}</h2>
      ${differences(broker.differences, [t('drift.is.stored'), t('drift.is.broker')])}
      ${this.#app.has('admin')
        ? html`<div class="actions">${['stored', 'broker'].map(
            keep => html`<button type="button" @click=${() => settle(keep)}>${t(`drift.${keep}`)}</button>`,
          )}</div>`
        : nothing}</div></section>`;
  }
}
