/** One error policy: its document and history; editing it tells at once which failures it would decide about. */
import {html, nothing, repeat} from '/console/js/lit.js';
import {change, go, to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {Conditional} from '/console/js/conflict.js';
import {ask} from '/console/js/dialog.js';
import {Listing} from '/console/js/listing.js';
import {exactly, facts, reasonField, shown, status} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {Draft} from '/console/js/pages/policies/draft.js';
import {actionText, matchText, told} from '/console/js/pages/policies/words.js';

export class OnePolicy {
  #app;
  #editing = false;

  /** @param id `new` for one that is not there yet; what it matches may stand in the address */
  constructor(app, id, query) {
    this.#app = app;
    this.id = id;
    this.draft = null;
    this.asked = null;
    this.history = null;
    if (id === 'new') {
      this.draft = new Draft(app, {match: Object.fromEntries(['cause', 'kind', 'storage', 'queue'].map(name => [name, query.get(name) ?? '']))});
      return;
    }
    this.asked = new Asked(async () => this.#read(), app.redraw);
    this.asked.load();
  }

  #path(...more) {
    return api.path(['admin', 'error-policies', this.id, ...more]);
  }

  async #read() {
    const present = await api.getWithTag(this.#path());
    if (!present.data.builtIn && !this.history) {
      this.history = new Listing(cursor => api.get(api.path(['admin', 'error-policies', this.id, 'versions'], {limit: 20, cursor})), this.#app.redraw, {
        key: ({version}) => version,
      });
    }
    if (this.#editing && !this.draft) this.draft = new Draft(this.#app, present.data.policy);
    return present;
  }

  at(query) {
    this.#editing = query.get('edit') === '1' && this.#app.has('admin');
    if (this.id === 'new') return;
    if (!this.#editing) {
      this.draft?.stop();
      this.draft = null;
    } else if (!this.draft && this.asked.data) {
      this.draft = new Draft(this.#app, this.asked.data.data.policy);
    }
  }

  stop() {
    this.asked?.stop();
    this.history?.stop();
    this.draft?.stop();
  }

  view() {
    const present = this.asked?.data;
    const mayChange = present && !present.data.builtIn && this.#app.has('admin');
    return html`<p class="nav"><a href=${to(['policies'])}>${t('policies.back')}</a></p>
      <div class="head"><h1 tabindex="-1">${this.id === 'new' ? t('policies.new') : present ? matchText(present.data.policy.match, present.data.builtIn) : t('policies.one')}</h1>
        <div class="acts">${mayChange && !this.draft
          ? html`<button type="button" @click=${() => this.#remove(present)}>${t('policies.delete')}…</button>
              <button type="button" class="primary" aria-keyshortcuts="e" @click=${() => change({edit: 1})}>${t('policies.edit')} <kbd aria-hidden="true">e</kbd></button>`
          : nothing}</div></div>
      ${this.id === 'new'
        ? this.draft.view({save: () => this.#add(), close: () => go(to(['policies']))})
        : shown(this.asked, data => (this.draft ? this.draft.view({save: () => this.#save(data), close: () => change({edit: null})}) : document(data.data)), {rows: 8})}
      ${this.history ? versions(this.history) : nothing}`;
  }

  async #add() {
    if (!(await this.draft.check())) return;
    const key = api.newKey();
    let made = null;
    await ask({
      title: t('policies.add.title'),
      body: html`${this.draft.summary()}${reasonField()}`,
      act: t('policies.add'),
      run: async form => {
        made = await api.create('/api/admin/error-policies', {policy: this.draft.document(), reason: form.get('reason')}, key);
      },
    });
    if (!made) return;
    this.#app.say(t('policies.added'));
    go(to(['policies', made.id]));
  }

  async #save(present) {
    if (!(await this.draft.check())) return;
    const saving = new Conditional(this.#path(), present, ({policy}) => policy, told);
    const done = await ask({
      title: t('policies.save.title'),
      wide: true,
      body: () => html`${saving.shown()}${this.draft.changes(saving.present.data.policy)}${reasonField()}`,
      act: t('dialog.save'),
      run: form => saving.run(tag => api.put(this.#path(), {policy: this.draft.document(), reason: form.get('reason')}, tag)),
    });
    if (!done) return;
    this.#app.say(t('policies.saved'));
    change({edit: null});
    this.asked.load();
    this.history?.again();
  }

  async #remove(present) {
    const removing = new Conditional(this.#path(), present, ({policy}) => policy, told);
    const done = await ask({
      title: t('policies.delete.title', {name: present.data.policy.name}),
      body: () => html`${removing.shown()}<p>${t('policies.delete.body')}</p>${reasonField()}`,
      act: t('policies.delete'),
      danger: true,
      run: form => removing.run(tag => api.remove(api.path(['admin', 'error-policies', this.id], {reason: form.get('reason')}), tag)),
    });
    if (!done) return;
    this.#app.say(t('policies.deleted'));
    go(to(['policies']));
  }
}

const document = ({policy, builtIn, state, version, author, at, reason}) => html`
  <p class="line">${state === 'EXPIRED' ? status('off', t('policies.EXPIRED')) : status('good', t('policies.ACTIVE'))}
    <span class="muted">${builtIn ? t('policies.builtin') : html`${t('policies.version', {n: version})} · ${author} · ${exactly(at)} · “${reason}”`}</span></p>
  ${facts([
    [t('policies.name'), policy.name],
    [t('policies.match'), matchText(policy.match, builtIn)],
    [t('policies.action'), actionText(policy)],
  ])}
  <p class="hint">${t(`policyaction.${policy.action}.hint`)}</p>`;

const versions = listing => html`<section class="history"><h2>${t('policies.history')}</h2>${shown(
  listing.asked,
  data => html`<ol class="versions">${repeat(
    data.items,
    ({version}) => version,
    item => html`<li><div class="what"><p><b>${item.deleted ? t('policies.wasdeleted') : t('policies.version', {n: item.version})}</b>
      <span class="muted">${exactly(item.at)} · ${item.author}</span></p><p>“${item.reason}”</p>
      ${item.differences?.length
        ? html`<ul class="changes">${item.differences.map(({member, from, to: then}) => html`<li>${told.name(member)}: <del>${told.value(member, from)}</del> → <ins>${told.value(member, then)}</ins></li>`)}</ul>`
        : nothing}</div></li>`,
  )}</ol>${listing.rest()}`,
  {rows: 3},
)}</section>`;
