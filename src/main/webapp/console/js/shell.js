/** What stands around every page: where else to go, who is signed in, and whether the server answers. */
import {html, nothing} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import {connection} from '/console/js/connection.js';
import {clock, number} from '/console/js/format.js';
import * as keys from '/console/js/keys.js';
import {pagesOf} from '/console/js/pages.js';
import * as theme from '/console/js/theme.js';
import {chosen, languages, t} from '/console/js/words.js';

export const around = (app, page, inside) => html`
  <a class="skip" href="#page">${t('shell.skip')}</a>
  <div class="shell ${app.session ? '' : 'alone'}">
    <header>
      <a class="brand" href="/console/"><img src="/console/icon.svg" alt="" width="20" height="20">Lethe</a>
      ${app.session ? navigation(app, page) : nothing}
      <div class="tools">
        ${app.session
          ? html`<div class="who"><span title=${app.session.roles.map(role => t(`role.${role}`)).join(', ')}>${app.session.login}</span>
              <button type="button" class="plain" @click=${app.signOut}>${t('shell.signout')}</button></div>`
          : nothing}
        <div class="choices">${languageChoice(app)}${themeChoice(app)}
          <button type="button" class="plain" aria-keyshortcuts="?" @click=${() => help(app)}>${t('help.open')}
            <kbd aria-hidden="true">?</kbd></button></div>
      </div>
    </header>
    <main id="page" tabindex="-1">
      ${connection.lostAt
        ? html`<p class="note bad" role="status"><span class="shape" aria-hidden="true">✕</span>
            <span>${t('shell.lost', {since: clock(new Date(connection.lostAt).toISOString())})}</span></p>`
        : nothing}
      ${inside}
    </main>
  </div>
  <p class="said ${app.said?.kind ?? ''}" role="status">${app.said?.text ?? ''}</p>`;

const navigation = (app, page) =>
  html`<nav aria-label=${t('shell.pages')}>${Object.values(Object.groupBy(pagesOf(app), ({group}) => group)).map(
    group => html`<div>${group.map(
      ({name, parts, letter}) =>
        html`<a href=${to(parts)} aria-current=${page?.name === name ? 'page' : nothing} title="g ${letter}">${t(`${name}.title`)}${
          name === 'failures' && app.openFailures ? html` <b class="badge" title=${t('shell.openfailures', {n: app.openFailures})}>${number(app.openFailures)}</b>` : nothing
        }</a>`,
    )}</div>`,
  )}</nav>`;

const languageChoice = app =>
  html`<label><span class="hidden">${t('shell.language')}</span>
    <select @change=${event => app.language(event.target.value)}>${languages.map(
      ({code, name}) => html`<option value=${code} lang=${code} ?selected=${chosen() === code}>${name}</option>`,
    )}</select></label>`;

const themeChoice = app =>
  html`<label><span class="hidden">${t('shell.theme')}</span>
    <select @change=${event => {
      theme.choose(event.target.value);
      app.redraw();
    }}>${theme.THEMES.map(
      name => html`<option value=${name} ?selected=${theme.theme() === name}>${t(`theme.${name}`)}</option>`,
    )}</select></label>`;

async function help(app) {
  const {ask} = await import('/console/js/dialog.js');
  const lines = [
    ...pagesOf(app).map(({name, letter}) => [`g ${letter}`, t(`${name}.title`)]),
    ...['/', 'j k', 'Enter', 'x', 'r', 'n', 'a', 'v', 'm', 'i', 'e', 'c', 'p', '?', 'Esc'].map(key => [key, t(`help.${key}`)]),
  ];
  ask({
    title: t('help.title'),
    body: html`<table class="keys"><tbody>${lines.map(
        ([key, text]) =>
          html`<tr><th scope="row">${key.split(' ').map(one => html`<kbd>${one}</kbd> `)}</th><td>${text}</td></tr>`,
      )}</tbody></table>
      <label class="check"><input type="checkbox" ?checked=${keys.areOn()}
        @change=${event => keys.switchOn(event.target.checked)}> ${t('help.on')}</label>`,
  });
}
