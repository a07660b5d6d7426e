/** Accounts: who there is, what they may do. */
import {html, nothing, repeat} from '/console/js/lit.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {ask} from '/console/js/dialog.js';
import {more, shown, status, when} from '/console/js/parts.js';
import {problemText} from '/console/js/problems.js';
import {t} from '/console/js/words.js';

const ROLES = ['owner', 'operator', 'admin'];

export class Accounts {
  #app;

  constructor(app) {
    this.#app = app;
    this.asked = new Asked(() => this.#page(), app.redraw);
    this.asked.load();
  }

  #page(cursor) {
    return api.get(api.path(['admin', 'accounts'], {limit: 50, cursor}));
  }

  stop() {
    this.asked.stop();
  }

  acts() {
    return html`<button type="button" class="primary" aria-keyshortcuts="c" @click=${() => this.#add()}>${t('accounts.add')}</button>`;
  }

  view() {
    return shown(this.asked, data => this.#table(data));
  }

  #table(data) {
    return html`<table class="cards"><thead><tr>
        <th scope="col">${t('accounts.login')}</th><th scope="col">${t('accounts.roles')}</th><th scope="col">${t('accounts.kind')}</th>
        <th scope="col">${t('accounts.created')}</th><th scope="col">${t('accounts.state')}</th><th scope="col"><span class="hidden">${t('accounts.acts')}</span></th>
      </tr></thead><tbody>${repeat(
        data.items,
        ({id}) => id,
        account => html`<tr>
          <td class="main">${account.login}</td>
          <td data-label=${t('accounts.roles')}>${account.roles.map(role => t(`role.${role}`)).join(', ') || '–'}</td>
          <td data-label=${t('accounts.kind')}>${account.issuer ?? t('accounts.password')}</td>
          <td data-label=${t('accounts.created')}>${when(account.createdAt)}</td>
          <td data-label=${t('accounts.state')}>${account.disabledAt ? status('off', t('accounts.disabled')) : status('good', t('accounts.active'))}</td>
          <td class="acts">
            <button type="button" data-row aria-label=${t('accounts.change.of', {login: account.login})} @click=${() => this.#change(account)}>${t('accounts.change')}</button>
            ${account.disabledAt
              ? html`<button type="button" aria-label=${t('accounts.enable.of', {login: account.login})} @click=${() => this.#enable(account)}>${t('accounts.enable')}</button>`
              : html`<button type="button" aria-label=${t('accounts.disable.of', {login: account.login})} @click=${() => this.#disable(account)}>${t('accounts.disable')}</button>`}
          </td></tr>`,
      )}</tbody></table>
      ${more(data, () => this.asked.more(cursor => this.#page(cursor)))}`;
  }

  async #add() {
    const done = await ask({
      title: t('accounts.add'),
      body: html`<label class="field"><span>${t('accounts.login')}</span>
          <input name="login" required maxlength="200" autocomplete="off" autocapitalize="none" spellcheck="false"></label>
        ${password(true)}${roles(['owner'])}`,
      act: t('accounts.add.act'),
      run: data => api.post('/api/admin/accounts', {login: data.get('login').trim(), password: data.get('password'), roles: data.getAll('roles')}),
    });
    this.#after(done, 'accounts.added');
  }

  /** What is changed is what stands there now, and not what the list says. */
  async #read({id}) {
    try {
      return await api.getWithTag(api.path(['admin', 'accounts', id]));
    } catch (e) {
      this.#app.say(problemText(e), 'bad');
      return null;
    }
  }

  async #change(listed) {
    const present = await this.#read(listed);
    if (!present) return;
    const {data: account, tag} = present;
    const done = await ask({
      title: t('accounts.change.of', {login: account.login}),
      body: html`${roles(account.roles)}${account.issuer ? nothing : password(false)}`,
      act: t('dialog.save'),
      run: data => {
        const wished = data.getAll('roles');
        const areOther = ROLES.some(role => wished.includes(role) !== account.roles.includes(role));
        return api.patch(api.path(['admin', 'accounts', account.id]), {
          ...(areOther ? {roles: wished} : {}), // else those are kept that somebody may have set meanwhile
          ...(data.get('password') ? {password: data.get('password')} : {}),
        }, tag);
      },
    });
    this.#after(done, 'accounts.changed');
  }

  async #disable(account) {
    const done = await ask({
      title: t('accounts.disable.of', {login: account.login}),
      body: html`<p>${t('accounts.disable.body')}</p>`,
      act: t('accounts.disable'),
      danger: true,
      run: () => api.remove(api.path(['admin', 'accounts', account.id])),
    });
    this.#after(done, 'accounts.isdisabled');
  }

  async #enable(account) {
    const done = await ask({
      title: t('accounts.enable.of', {login: account.login}),
      body: html`<p>${t('accounts.enable.body')}</p>`,
      act: t('accounts.enable'),
      run: () => api.patch(api.path(['admin', 'accounts', account.id]), {disabled: false}),
    });
    this.#after(done, 'accounts.changed');
  }

  #after(done, key) {
    if (!done) return;
    this.#app.say(t(key));
    this.asked.load();
  }
}

const password = required => html`<label class="field"><span>${required ? t('accounts.newpassword') : t('accounts.otherpassword')}</span>
  <input name="password" type="password" minlength="12" ?required=${required} autocomplete="new-password">
  <span class="hint">${required ? t('accounts.password.hint') : t('accounts.otherpassword.hint')}</span></label>`;

const roles = chosen => html`<fieldset><legend>${t('accounts.roles')}</legend>${ROLES.map(
  role => html`<label class="check"><input type="checkbox" name="roles" value=${role} ?checked=${chosen.includes(role)}>
    <span>${t(`role.${role}`)} <span class="hint">${t(`role.${role}.may`)}</span></span></label>`,
)}</fieldset>`;
