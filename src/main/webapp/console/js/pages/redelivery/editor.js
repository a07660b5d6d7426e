/** Editing one queue's policy: every change is previewed, saving shows the difference and asks for the reason. */
import {html, nothing} from '/console/js/lit.js';
import * as api from '/console/js/api.js';
import {ask} from '/console/js/dialog.js';
import {note, reasonField} from '/console/js/parts.js';
import {fieldsOf, fieldText, problemText} from '/console/js/problems.js';
import {t} from '/console/js/words.js';
import {policyForm, policyOf, textsOf, unreadable} from '/console/js/pages/redelivery/form.js';
import {differences, told, warnings} from '/console/js/pages/redelivery/policy.js';
import {preview} from '/console/js/pages/redelivery/preview.js';

const PAUSE = 200;
/** The warning that says how many wait by what was set before. */
const WAITING = 'WAITING_ON_EARLIER_SCHEDULE';

export class Editor {
  #app;
  #queue;
  #turn = 0;
  #timer = null;

  /** @param present the document that was read, and its tag */
  constructor(app, queue, present, {saved, close}) {
    this.#app = app;
    this.#queue = queue;
    this.tag = present.tag;
    this.base = present.data;
    this.texts = textsOf(present.data.policy);
    this.errors = {};
    this.conflict = null;
    this.error = null;
    this.seen = {schedule: present.data.schedule, warnings: present.data.warnings, differences: []};
    this.saved = saved;
    this.close = close;
  }

  #path(...more) {
    return api.path(['admin', 'redelivery', this.#queue, ...more]);
  }

  get isChanged() {
    return this.seen.differences.length > 0;
  }

  #changed(name, text) {
    this.texts = {...this.texts, [name]: text};
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#preview(), PAUSE);
    this.#app.redraw();
  }

  async #preview() {
    const turn = ++this.#turn;
    const policy = policyOf(this.texts);
    const bad = unreadable(policy);
    if (bad.length) {
      this.errors = Object.fromEntries(bad.map(name => [name, t('policy.unreadable')]));
      this.#app.redraw();
      return;
    }
    try {
      const seen = await api.post(this.#path('preview'), {policy});
      if (turn !== this.#turn) return;
      this.seen = seen;
      this.errors = {};
      this.error = null;
    } catch (e) {
      if (turn !== this.#turn) return;
      const fields = fieldsOf(e).map(fault => {
        const member = fault.field.replace(/^policy\./, '');
        return [member, fieldText(fault, value => told(member, value))];
      });
      this.errors = Object.fromEntries(fields);
      this.error = fields.length ? null : e;
    }
    this.#app.redraw();
  }

  async #save() {
    await this.#preview();
    if (Object.keys(this.errors).length || this.error || !this.isChanged) return;
    const policy = policyOf(this.texts);
    const waiting = this.seen.warnings.find(({code}) => code === WAITING)?.figures.messages ?? 0;
    let met = null;
    let isSaved = false;
    const done = await ask({
      title: t('editor.save.title', {queue: this.#queue}),
      wide: true,
      body: () => html`${isSaved ? note('good', t('editor.savedfirst')) : nothing}${differences(this.seen.differences)}${warnings(this.seen.warnings)}${waiting
        ? html`<label class="check"><input type="checkbox" name="deliver"> <span>${t('editor.deliver', {n: waiting})} <span class="hint">${t('deliver.body')}</span></span></label>`
        : nothing}${reasonField()}`,
      act: t('editor.save'),
      run: async data => {
        try {
          if (!isSaved) this.tag = (await api.putWithTag(this.#path(), {policy, reason: data.get('reason')}, this.tag)).tag;
          isSaved = true;
          if (data.get('deliver')) await api.post(this.#path('deliver-now'), {reason: data.get('reason')});
        } catch (e) {
          if (e.status !== 412) throw e;
          met = e.problem;
        }
      },
    });
    if (met) {
      this.conflict = met;
      this.#app.redraw();
    } else if (done || isSaved) {
      this.saved();
    }
  }

  /** Somebody was faster: mine counts from theirs on, so that saving says what it would change of theirs. */
  async #over() {
    const now = await api.getWithTag(this.#path());
    this.tag = now.tag;
    this.base = now.data;
    this.conflict = null;
    await this.#preview();
  }

  view() {
    return html`<form class="editor" @submit=${event => {
        event.preventDefault();
        this.#save();
      }}>
      ${this.conflict ? this.#conflictView() : nothing}
      <div class="two">
        <div class="form">${policyForm({
          queue: this.#queue,
          texts: this.texts,
          errors: this.errors,
          changed: (name, text) => this.#changed(name, text),
        })}</div>
        <div class="seen"><h2>${t('editor.preview')}</h2>
          ${this.error ? note('bad', problemText(this.error)) : nothing}
          ${preview(this.seen)}
          <h3>${t('editor.differences')}</h3>${differences(this.seen.differences)}</div>
      </div>
      <div class="actions sticky">
        <button type="button" @click=${this.close}>${t('dialog.cancel')}</button>
        <button class="primary" ?disabled=${!this.isChanged || Object.keys(this.errors).length > 0}>${t('editor.save')}…</button>
      </div></form>`;
  }

  #conflictView() {
    const {author, version, reason, differences: theirs} = this.conflict;
    return html`<section class="note warn conflict" role="alert"><span class="shape" aria-hidden="true">▲</span><div>
      <h2>${t('conflict.title', {author, n: version})}</h2>
      <p>${t('conflict.reason')} “${reason}”</p>
      ${differences(theirs, [t('conflict.theirs'), t('conflict.yours')])}
      <div class="actions">
        <button type="button" @click=${this.saved}>${t('conflict.take')}</button>
        <button type="button" @click=${() => this.#over()}>${t('conflict.over')}</button></div></div></section>`;
  }

  stop() {
    this.#turn++;
    clearTimeout(this.#timer);
  }
}
