/** One's own API tokens. A token is shown once, when it is made. */
import {html, repeat} from '/console/js/lit.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {ask} from '/console/js/dialog.js';
import {empty, more, shown, when} from '/console/js/parts.js';
import {t} from '/console/js/words.js';

const DAY = 86_400_000;
const SCOPES_OF = {owner: ['read', 'write', 'delete'], operator: ['operate'], admin: ['admin']};

export class Tokens {
  #app;

  constructor(app) {
    this.#app = app;
    this.asked = new Asked(() => this.#page(), app.redraw);
    this.asked.load();
  }

  #page(cursor) {
    return api.get(api.path(['tokens'], {limit: 50, cursor}));
  }

  stop() {
    this.asked.stop();
  }

  acts() {
    return html`<button type="button" class="primary" aria-keyshortcuts="c" @click=${() => this.#make()}>${t('tokens.make')}</button>`;
  }

  view() {
    return shown(this.asked, data => (data.items.length ? this.#table(data) : empty(t('tokens.none'), t('tokens.none.text'))));
  }

  #table(data) {
    return html`<table class="cards"><thead><tr>
        <th scope="col">${t('tokens.name')}</th><th scope="col">${t('tokens.scopes')}</th><th scope="col">${t('tokens.created')}</th>
        <th scope="col">${t('tokens.used')}</th><th scope="col">${t('tokens.expires')}</th><th scope="col"><span class="hidden">${t('accounts.acts')}</span></th>
      </tr></thead><tbody>${repeat(
        data.items,
        ({id}) => id,
        token => html`<tr>
          <td class="main">${token.name}</td>
          <td data-label=${t('tokens.scopes')}>${token.scopes.map(scope => html`<code>${scope}</code> `)}</td>
          <td data-label=${t('tokens.created')}>${when(token.createdAt)}</td>
          <td data-label=${t('tokens.used')}>${token.lastUsedAt ? when(token.lastUsedAt) : t('tokens.never')}</td>
          <td data-label=${t('tokens.expires')}>${when(token.expiresAt)}</td>
          <td class="acts"><button type="button" data-row aria-label=${t('tokens.revoke.of', {name: token.name})} @click=${() => this.#revoke(token)}>${t('tokens.revoke')}</button></td></tr>`,
      )}</tbody></table>
      ${more(data, () => this.asked.more(cursor => this.#page(cursor)))}`;
  }

  async #make() {
    const allowed = this.#app.session.roles.flatMap(role => SCOPES_OF[role] ?? []);
    let issued = null;
    const done = await ask({
      title: t('tokens.make'),
      body: html`<label class="field"><span>${t('tokens.name')}</span><input name="name" required maxlength="100" autocomplete="off">
          <span class="hint">${t('tokens.name.hint')}</span></label>
        <fieldset><legend>${t('tokens.scopes')}</legend>${allowed.map(
          scope => html`<label class="check"><input type="checkbox" name="scopes" value=${scope}>
            <span><code>${scope}</code> <span class="hint">${t(`scope.${scope}`)}</span></span></label>`,
        )}</fieldset>
        <label class="field"><span>${t('tokens.days')}</span><select name="days">${[7, 30, 90, 365].map(
          days => html`<option value=${days} ?selected=${days === 90}>${t('tokens.days.n', {n: days})}</option>`,
        )}</select></label>`,
      act: t('tokens.make.act'),
      run: async data => {
        issued = await api.post('/api/tokens', {
          name: data.get('name').trim(),
          scopes: data.getAll('scopes'),
          expiresAt: new Date(Date.now() + Number(data.get('days')) * DAY).toISOString(),
        });
      },
    });
    if (!done) return;
    this.asked.load();
    await ask({
      title: t('tokens.made', {name: issued.name}),
      body: html`<p>${t('tokens.once')}</p><p><input class="secret" readonly aria-label=${t('tokens.secret')} .value=${issued.token}
        @focus=${event => event.target.select()}></p>`,
    });
  }

  async #revoke(token) {
    const done = await ask({
      title: t('tokens.revoke.of', {name: token.name}),
      body: html`<p>${t('tokens.revoke.body')}</p>`,
      act: t('tokens.revoke'),
      danger: true,
      typed: token.name,
      run: () => api.remove(api.path(['tokens', token.id])),
    });
    if (!done) return;
    this.#app.say(t('tokens.revoked'));
    this.asked.load();
  }
}
