/** A policy while it is edited, and which failures it would decide about. */
import {html, nothing} from '/console/js/lit.js';
import * as api from '/console/js/api.js';
import {differences, differenceTable} from '/console/js/conflict.js';
import {number} from '/console/js/format.js';
import {causeText, facts, field, note, storageText, when} from '/console/js/parts.js';
import {fieldsOf, fieldText, problemText} from '/console/js/problems.js';
import {t, word} from '/console/js/words.js';
import {actionText, ACTIONS, KINDS, matchText, QUEUES, STORAGES, told} from '/console/js/pages/policies/words.js';

const PAUSE = 250;
const MEMBERS = ['cause', 'kind', 'storage', 'queue'];

export class Draft {
  #app;
  #timer = null;
  #turn = 0;

  constructor(app, {name = '', match = {}, action = 'HUMAN', maxAttempts = null, until = null}) {
    this.#app = app;
    this.texts = {
      name,
      ...Object.fromEntries(MEMBERS.map(member => [member, match[member] ?? ''])),
      action,
      maxAttempts: maxAttempts === null ? '' : String(maxAttempts),
      until: until ? local(until) : '',
    };
    this.errors = {};
    this.error = null;
    this.seen = null;
    this.causes = [];
    this.#preview();
    this.#knownCauses();
  }

  stop() {
    this.#turn++;
    clearTimeout(this.#timer);
  }

  document() {
    const {name, action, maxAttempts, until} = this.texts;
    const match = Object.fromEntries(MEMBERS.map(member => [member, this.texts[member].trim()]).filter(([, text]) => text));
    return {
      name: name.trim() || matchText(match),
      match,
      action,
      ...(maxAttempts && takesAttempts(action) ? {maxAttempts: Number(maxAttempts)} : {}),
      ...(until && takesUntil(action) ? {until: new Date(until).toISOString()} : {}),
    };
  }

  /** Whether it may be saved, as far as the API can tell now. */
  async check() {
    await this.#preview();
    return !this.error && !Object.keys(this.errors).length;
  }

  summary() {
    const policy = this.document();
    return facts([[t('policies.match'), matchText(policy.match)], [t('policies.action'), actionText(policy)]]);
  }

  changes(before) {
    return differenceTable(differences(before, this.document()), told, [t('conflict.before'), t('conflict.after')]);
  }

  async #knownCauses() {
    const {items} = await api.get(api.path(['admin', 'failures', 'groups'], {state: ['OPEN', 'ASSIGNED', 'RETRIED', 'IGNORED', 'RESOLVED'], limit: 100})).catch(() => ({items: []}));
    this.causes = [...new Set(items.map(({cause}) => cause).filter(Boolean))];
    this.#app.redraw();
  }

  #changed(name, text) {
    this.texts = {...this.texts, [name]: text};
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#preview(), PAUSE);
    this.#app.redraw();
  }

  async #preview() {
    const turn = ++this.#turn;
    const policy = this.document();
    if (!Object.keys(policy.match).length) {
      this.seen = null;
      this.errors = {match: t('policies.needsmatch')};
      this.#app.redraw();
      return;
    }
    try {
      const seen = await api.post('/api/admin/error-policies/preview', {policy});
      if (turn !== this.#turn) return;
      this.seen = seen;
      this.errors = {};
      this.error = null;
    } catch (e) {
      if (turn !== this.#turn) return;
      this.errors = Object.fromEntries(fieldsOf(e).map(fault => [fault.field.replace(/^policy\.(match\.)?/, ''), fieldText(fault)]));
      this.error = Object.keys(this.errors).length ? null : e;
    }
    this.#app.redraw();
  }

  view({save, close}) {
    const submit = event => {
      event.preventDefault();
      save();
    };
    return html`<form class="editor" @submit=${submit}>
      <div class="two">
        <div class="form">
          <fieldset><legend>${t('policies.when')}</legend><div class="grid">
            ${this.#text('cause', {list: 'known-causes'})}
            ${this.#choice('kind', KINDS.map(kind => [kind, word('errorkind', kind)]))}
            ${this.#choice('storage', STORAGES.map(storage => [storage, storageText(storage)]))}
            ${this.#choice('queue', QUEUES.map(queue => [queue, queue]))}</div>
            ${this.errors.match ? html`<p class="error">${this.errors.match}</p>` : nothing}
            <datalist id="known-causes">${this.causes.map(cause => html`<option value=${cause}>${causeText(cause)}</option>`)}</datalist></fieldset>
          <fieldset><legend>${t('policies.then')}</legend>
            <div class="options">${ACTIONS.map(
              action => html`<label class="check"><input type="radio" name="action" value=${action} .checked=${this.texts.action === action} @change=${() => this.#changed('action', action)}>
                <span>${t(`policyaction.${action}`)} <span class="hint">${t(`policyaction.${action}.hint`)}</span></span></label>`,
            )}</div>
            ${this.errors.action ? html`<p class="error">${this.errors.action}</p>` : nothing}
            <div class="grid">
              ${takesAttempts(this.texts.action) ? this.#text('maxAttempts', {inputmode: 'numeric'}) : nothing}
              ${takesUntil(this.texts.action) ? this.#text('until', {type: 'datetime-local', required: this.texts.action === 'HOLD'}) : nothing}
              ${this.#text('name')}</div></fieldset>
        </div>
        <div class="seen"><h2>${t('policies.preview')}</h2>
          ${this.error ? note('bad', problemText(this.error)) : nothing}${this.seen ? preview(this.seen) : html`<p class="muted">${t('policies.preview.none')}</p>`}</div>
      </div>
      <div class="actions sticky"><button type="button" @click=${close}>${t('dialog.cancel')}</button>
        <button class="primary" ?disabled=${Object.keys(this.errors).length > 0}>${t('dialog.save')}…</button></div></form>`;
  }

  #text(name, {list = nothing, inputmode = nothing, type = 'text', required = false} = {}) {
    const id = `policy-${name}`;
    return field({
      id,
      label: t(`policymember.${name === 'name' || name === 'maxAttempts' || name === 'until' ? name : `match.${name}`}`),
      control: html`<input id=${id} type=${type} list=${list} inputmode=${inputmode} autocomplete="off" maxlength="200" ?required=${required} .value=${this.texts[name]}
        aria-invalid=${this.errors[name] ? 'true' : nothing} aria-describedby="${this.errors[name] ? `${id}-error ` : ''}${id}-hint"
        @input=${event => this.#changed(name, event.target.value)}>`,
      error: this.errors[name],
      hint: t(`policies.hint.${name}`),
    });
  }

  #choice(name, options) {
    const id = `policy-${name}`;
    return field({
      id,
      label: t(`policymember.match.${name}`),
      control: html`<select id=${id} @change=${event => this.#changed(name, event.target.value)}>
        <option value="">${t('policies.any')}</option>
        ${options.map(([code, text]) => html`<option value=${code} ?selected=${this.texts[name] === code}>${text}</option>`)}</select>`,
      error: this.errors[name],
    });
  }
}

const takesAttempts = action => action === 'RETRY' || action === 'NOTIFY';
const takesUntil = action => action === 'HOLD' || action === 'IGNORE';

/** As a field of date and time has it: the clock of whoever looks. */
function local(iso) {
  const at = new Date(iso);
  return new Date(at - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const preview = ({openFailures, classes}) => html`
  <p class="sentence" role="status">${t('policies.preview.open', {n: openFailures})}</p>
  ${classes.length
    ? html`<div class="scroll" tabindex="0" role="group" aria-label=${t('policies.preview')}><table><thead><tr><th scope="col">${t('policies.preview.class')}</th>
        <th scope="col" class="num">${t('policies.preview.opennow')}</th><th scope="col" class="num">${t('policies.preview.ever')}</th>
        <th scope="col">${t('policies.preview.decides')}</th></tr></thead>
      <tbody>${classes.map(
        one => html`<tr><td>${causeText(one.cause)} <span class="detail">${[one.storage && storageText(one.storage), word('errorkind', one.kind)].filter(Boolean).join(' · ')} · ${when(one.lastAt)}</span></td>
          <td class="num">${number(one.open)}</td><td class="num">${number(one.all)}</td>
          <td>${one.wouldDecide ? html`<b>${t('policies.preview.this')}</b>` : html`<span class="muted">${one.decidedBy?.name ?? '–'}</span>`}</td></tr>`,
      )}</tbody></table></div>`
    : html`<p class="muted">${t('policies.preview.noclass')}</p>`}`;
