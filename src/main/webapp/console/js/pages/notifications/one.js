/** One channel: the form of it, and a test that tells at once what the other side said. Secrets go in and never come out. */
import {html, nothing} from '/console/js/lit.js';
import {go, to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {Conditional, differences, differenceTable} from '/console/js/conflict.js';
import {ask} from '/console/js/dialog.js';
import {duration, exactDuration, parseDuration} from '/console/js/format.js';
import {exactly, facts, field, note, reasonField, shown, storageText, when} from '/console/js/parts.js';
import {fieldsOf, fieldText, problemText} from '/console/js/problems.js';
import {languages, t} from '/console/js/words.js';
import {documentOf, FAILURE_KINDS, KINDS, STORAGES, TELLS, told} from '/console/js/pages/notifications/words.js';

const EMPTY = {name: '', kind: 'SLACK', enabled: true, language: 'en', windowSeconds: 300, tells: TELLS, failureKinds: [], storages: [], target: {}};

export class OneChannel {
  #app;
  #errors = {};
  #tested = null;
  #kind = null;

  constructor(app, id) {
    this.#app = app;
    this.id = id;
    this.asked = null;
    if (id === 'new') {
      this.#kind = EMPTY.kind;
      return;
    }
    this.asked = new Asked(() => api.getWithTag(this.#path()), app.redraw);
    this.asked.load();
  }

  #path(...more) {
    return api.path(['admin', 'notifications', 'channels', this.id, ...more]);
  }

  stop() {
    this.asked?.stop();
  }

  view() {
    const back = html`<p class="nav"><a href=${to(['notifications', 'channels'])}>${t('channels.back')}</a></p>`;
    if (this.id === 'new') return html`${back}<h2 tabindex="-1" data-opened>${t('channels.new')}</h2>${this.#form(EMPTY, null)}`;
    return html`${back}${shown(this.asked, present => html`
      <h2 tabindex="-1" data-opened>${present.data.name}</h2>
      <p class="line"><span class="muted">${t('channels.version', {n: present.data.version})} · ${present.data.changedBy} · ${exactly(present.data.changedAt)} · “${present.data.reason}”</span></p>
      ${this.#state(present.data)}
      ${this.#form(present.data, present)}`, {rows: 10})}`;
  }

  #state({state = {}}) {
    return html`
      ${this.#tested ? this.#testResult() : nothing}
      ${facts([
        [t('channels.delivered'), when(state.lastDeliveredAt)],
        [t('channels.lastfailed'), state.lastFailedAt ? html`${when(state.lastFailedAt)} <span class="detail">${state.lastError ?? ''}</span>` : when(null)],
        [t('notifications.sent'), html`<a href=${to(['notifications'], {channel: this.id})}>${t('channels.lookatsent')}</a>`],
      ])}`;
  }

  #testResult() {
    const {busy, found, error} = this.#tested;
    if (busy) return html`<div role="status">${note('busy', t('channels.testing'))}</div>`;
    if (error) return html`<div role="status">${note('bad', problemText(error))}</div>`;
    const said = [found.status && `HTTP ${found.status}`, found.error, found.said && `“${found.said}”`].filter(Boolean).join(' · ');
    return html`<div role="status">${found.delivered
      ? note('good', html`${t('channels.tested', {time: duration(found.tookMillis)})} <span class="detail">${said}</span>`)
      : note('bad', html`${t('channels.nottested')} <span class="detail">${said}</span>`)}</div>`;
  }

  async #test() {
    this.#tested = {busy: true};
    this.#app.redraw();
    try {
      this.#tested = {found: await api.post(this.#path('test'))};
    } catch (e) {
      this.#tested = {error: e};
    }
    this.#app.redraw();
    this.asked.load();
  }

  #form(channel, present) {
    const kind = this.#kind ?? channel.kind;
    const submit = event => {
      event.preventDefault();
      const body = bodyOf(new FormData(event.target), kind);
      if (present) this.#save(present, body);
      else this.#add(body);
    };
    return html`<form class="channel" @submit=${submit} @input=${() => this.#forget()}>
      <fieldset><legend>${t('channels.whereto')}</legend>
        ${present
          ? nothing
          : html`<div class="options row">${KINDS.map(
              one => html`<label class="check"><input type="radio" name="kind" value=${one} .checked=${kind === one} @change=${() => {
                this.#kind = one;
                this.#errors = {};
                this.#app.redraw();
              }}> ${t(`channel.${one}`)}</label>`,
            )}</div>`}
        <div class="grid">${this.#text('name', channel.name, {required: true})}${this.#target(kind, channel.target, Boolean(present))}</div>
        ${kind === 'WEBHOOK' ? html`<p class="hint">${t('channels.signed')}</p>` : nothing}</fieldset>
      <fieldset><legend>${t('channels.whattotell')}</legend>
        <div class="checks">
          ${checks('tells', TELLS.map(one => [one, t(`tells.${one}`)]), channel.tells)}
          ${checks('failureKinds', FAILURE_KINDS.map(one => [one, t(`kind.${one}`)]), channel.failureKinds, t('channels.noneisall'))}
          ${checks('storages', STORAGES.map(one => [one, storageText(one)]), channel.storages, t('channels.noneisall'))}</div>
        <div class="grid">
          ${this.#text('windowSeconds', exactDuration(channel.windowSeconds * 1000), {hint: true})}
          ${field({id: 'channel-language', label: t('channelmember.language'), control: html`<select id="channel-language" name="language">${languages.map(
            ({code, name}) => html`<option value=${code} lang=${code} ?selected=${channel.language === code}>${name}</option>`,
          )}</select>`})}</div>
        <label class="check"><input type="checkbox" name="enabled" ?checked=${channel.enabled}> ${t('channelmember.enabled')}</label></fieldset>
      <div class="actions sticky">
        ${present
          ? html`<button type="button" @click=${() => this.#remove(present)}>${t('channels.delete')}…</button>
              <button type="button" ?disabled=${this.#tested?.busy} @click=${() => this.#test()}>${t('channels.test')}</button>`
          : nothing}
        <button class="primary">${t('dialog.save')}…</button></div></form>`;
  }

  /** What was wrong may be right now. */
  #forget() {
    if (!Object.keys(this.#errors).length) return;
    this.#errors = {};
    this.#app.redraw();
  }

  #target(kind, target, isKept) {
    const secret = hint => this.#text('target.secret', '', {type: 'password', required: !isKept && kind !== 'EMAIL', placeholder: target.hasSecret ? t('channels.secret.kept') : nothing, hint, label: `secret.${kind}`});
    if (kind === 'SLACK') return secret(true);
    if (kind === 'WEBHOOK') return html`${this.#text('target.url', target.url, {type: 'url', required: true})}${secret(true)}`;
    return html`
      ${this.#text('target.host', target.host, {required: true})}
      ${this.#text('target.port', target.port ?? 587, {required: true, inputmode: 'numeric'})}
      ${field({id: 'channel-tls', label: t('channelmember.target.tls'), control: html`<select id="channel-tls" name="target.tls">${['STARTTLS', 'IMPLICIT', 'NONE'].map(
        one => html`<option value=${one} ?selected=${(target.tls ?? 'STARTTLS') === one}>${t(`tls.${one}`)}</option>`,
      )}</select>`})}
      ${this.#text('target.user', target.user)}${secret(true)}
      ${this.#text('target.from', target.from, {type: 'email', required: true})}
      ${this.#text('target.to', (target.to ?? []).join(', '), {required: true, hint: true})}`;
  }

  #text(name, value, {type = 'text', required = false, inputmode = nothing, placeholder = nothing, hint = false, label = name} = {}) {
    const id = `channel-${name}`;
    const error = this.#errors[name];
    return field({
      id,
      label: t(`channelmember.${label}`),
      control: html`<input id=${id} name=${name} type=${type} ?required=${required} inputmode=${inputmode} placeholder=${placeholder} .defaultValue=${String(value ?? '')}
        autocomplete=${type === 'password' ? 'new-password' : 'off'} spellcheck="false" aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${[error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || nothing}>`,
      error,
      hint: hint ? t(`channels.hint.${label}`) : null,
    });
  }

  async #add(body) {
    const key = api.newKey();
    let made = null;
    await this.#told(() =>
      ask({
        title: t('channels.add.title', {name: body.name}),
        body: reasonField(),
        act: t('channels.add'),
        run: async form => {
          made = await this.#checked(() => api.create('/api/admin/notifications/channels', {...body, reason: form.get('reason')}, key));
        },
      }),
    );
    if (!made) return;
    this.#app.say(t('channels.added'));
    go(to(['notifications', 'channels', made.id]));
  }

  async #save(present, body) {
    const saving = new Conditional(this.#path(), present, documentOf, told);
    const changes = () => differences(documentOf(saving.present.data), {...documentOf(saving.present.data), ...body, target: {...saving.present.data.target, user: null, ...body.target}}).filter(
      ([name]) => name !== 'target.secret' && name !== 'kind',
    );
    const done = await this.#told(() =>
      ask({
        title: t('channels.save.title', {name: body.name}),
        wide: true,
        body: () => html`${saving.shown()}${differenceTable(changes(), told, [t('conflict.before'), t('conflict.after')])}
          ${body.target.secret ? html`<p>${t('channels.secret.new')}</p>` : nothing}${reasonField()}`,
        act: t('dialog.save'),
        run: form => this.#checked(() => saving.run(tag => api.put(this.#path(), {...body, reason: form.get('reason')}, tag))),
      }),
    );
    if (!done) return;
    this.#app.say(t('channels.saved'));
    document.querySelector('#channel-target\\.secret')?.form?.reset();
    this.asked.load();
  }

  async #remove(present) {
    const removing = new Conditional(this.#path(), present, documentOf, told);
    const done = await ask({
      title: t('channels.delete.title', {name: present.data.name}),
      body: () => html`${removing.shown()}<p>${t('channels.delete.body')}</p>${reasonField()}`,
      act: t('channels.delete'),
      danger: true,
      typed: present.data.name,
      run: form => removing.run(tag => api.remove(api.path(['admin', 'notifications', 'channels', this.id], {reason: form.get('reason')}), tag)),
    });
    if (!done) return;
    this.#app.say(t('channels.deleted'));
    go(to(['notifications', 'channels']));
  }

  /** What is wrong with a field stands beside it, too, when the dialog is gone. */
  async #checked(change) {
    try {
      return await change();
    } catch (e) {
      this.#errors = Object.fromEntries(fieldsOf(e).map(fault => [fault.field, fieldText(fault)]));
      throw e;
    }
  }

  async #told(dialog) {
    const done = await dialog();
    this.#app.redraw();
    return done;
  }
}

const checks = (name, options, chosen, hint) => html`<fieldset><legend>${t(`channelmember.${name}`)}</legend>${options.map(
  ([code, text]) => html`<label class="check"><input type="checkbox" name=${name} value=${code} ?checked=${chosen.includes(code)}> ${text}</label>`,
)}${hint ? html`<p class="hint">${hint}</p>` : nothing}</fieldset>`;

/** What cannot be read goes as it is: the API says what is wrong with it. */
function bodyOf(form, kind) {
  const text = name => (form.get(name) ?? '').trim();
  const some = names => Object.fromEntries(names.map(name => [name, text(`target.${name}`)]).filter(([, value]) => value));
  const window = parseDuration(text('windowSeconds'));
  const port = Number(text('target.port'));
  const target = {
    SLACK: () => some(['secret']),
    WEBHOOK: () => some(['url', 'secret']),
    EMAIL: () => ({...some(['host', 'tls', 'user', 'secret', 'from']), port: Number.isNaN(port) ? text('target.port') : port, to: text('target.to').split(/[\s,;]+/).filter(Boolean)}),
  }[kind]();
  return {
    name: text('name'),
    kind,
    enabled: form.get('enabled') !== null,
    language: form.get('language'),
    windowSeconds: Number.isNaN(window) ? text('windowSeconds') : window / 1000,
    tells: form.getAll('tells'),
    failureKinds: form.getAll('failureKinds'),
    storages: form.getAll('storages'),
    target,
  };
}
