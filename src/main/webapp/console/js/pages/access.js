/** Who may come in: accounts, for administrators, and one's own API tokens. */
import {html, nothing} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import {t} from '/console/js/words.js';
import {Accounts} from '/console/js/pages/access/accounts.js';
import {Tokens} from '/console/js/pages/access/tokens.js';

export function open(app) {
  const mayManage = app.has('admin');
  let tab = null;
  let name = null;
  return {
    title: () => t(`access.${name}`),
    leave: () => tab.stop(),
    at: ([wished]) => {
      const next = mayManage && wished !== 'tokens' ? 'accounts' : 'tokens';
      if (next === name) return;
      tab?.stop();
      name = next;
      tab = next === 'accounts' ? new Accounts(app) : new Tokens(app);
    },
    view: () => html`
      <div class="head"><h1 tabindex="-1">${t('access.title')}</h1>
        ${mayManage
          ? html`<nav class="tabs" aria-label=${t('access.title')}>
              ${['accounts', 'tokens'].map(
                one => html`<a href=${to(['access', one])} aria-current=${one === name ? 'page' : nothing}>${t(`access.${one}`)}</a>`,
              )}</nav>`
          : nothing}
        <div class="acts">${tab.acts()}</div></div>
      ${app.operates ? nothing : html`<p class="hint">${t('access.owneronly')}</p>`}
      ${tab.view()}`,
  };
}
