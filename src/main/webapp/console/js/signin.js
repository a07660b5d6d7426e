/** Signing in. The address stays, so that whoever was sent a link sees what it means afterwards. */
import {html, nothing} from '/console/js/lit.js';
import {note} from '/console/js/parts.js';
import {problemText} from '/console/js/problems.js';
import {t} from '/console/js/words.js';

let busy = false;
let error = null;

export function signInPage(app) {
  if (app.session === undefined) {
    return app.error && app.error.status !== 0 ? note('bad', problemText(app.error)) : nothing;
  }
  const submit = async event => {
    event.preventDefault();
    if (busy) return;
    const form = event.target;
    const data = new FormData(form);
    busy = true;
    error = null;
    app.redraw();
    try {
      await app.signIn(data.get('login'), data.get('password'));
    } catch (e) {
      error = e;
      form.elements.password.value = '';
      form.elements.password.focus();
    }
    busy = false;
    app.redraw();
  };
  return html`<form class="signin" @submit=${submit}>
    <h1 tabindex="-1">${t('signin.title')}</h1>
    <p class="muted">${t('signin.what')}</p>
    ${app.ended && !error ? note('warn', t('signin.ended')) : nothing}
    ${error ? html`<div role="alert">${note('bad', error.status === 401 ? t('signin.wrong') : problemText(error))}</div>` : nothing}
    <label class="field"><span>${t('signin.login')}</span>
      <input name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="256" autofocus></label>
    <label class="field"><span>${t('signin.password')}</span>
      <input name="password" type="password" autocomplete="current-password" required maxlength="256"></label>
    <button class="primary" ?disabled=${busy}>${t('signin.act')}</button>
  </form>`;
}
