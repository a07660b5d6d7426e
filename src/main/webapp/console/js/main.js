/** The shell: who is signed in, which page the address means, and when to draw. */
import {html, render} from '/console/js/lit.js';
import * as address from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {connection} from '/console/js/connection.js';
import * as keys from '/console/js/keys.js';
import {pagesOf} from '/console/js/pages.js';
import {around} from '/console/js/shell.js';
import {signInPage} from '/console/js/signin.js';
import * as theme from '/console/js/theme.js';
import * as words from '/console/js/words.js';

const place = document.getElementById('console');
const app = {
  session: undefined,
  ended: false,
  error: null,
  said: null,
  redraw,
  say,
  signIn,
  signOut,
  language,
  has: role => app.session?.roles.includes(role) ?? false,
  /** Those that operate may see what belongs to operating. */
  get operates() {
    return app.has('operator') || app.has('admin');
  },
};
let page = null;
let path = null;
let drawing = false;

theme.begin();
await words.begin();
api.onSignedOut(() => {
  if (!app.session) return;
  app.session = null;
  app.ended = true;
  leave();
  redraw();
});
connection.onChange(redraw);
address.start(() => follow());
keys.start(letter => {
  const target = pagesOf(app).find(candidate => candidate.letter === letter);
  if (target) address.go(address.to(target.parts));
  return Boolean(target);
});
setInterval(redraw, 15_000);
await begin();

async function begin() {
  try {
    app.session = await api.session();
    app.error = null;
    connection.found();
  } catch (e) {
    app.session = undefined;
    app.error = e;
    if (e.status === 0) connection.lost();
    setTimeout(begin, 5000);
  }
  await follow();
}

/** Opens the page that the address means; a page that is open already is told that its address changed. */
async function follow() {
  if (!app.session) {
    redraw();
    return;
  }
  const {parts, query} = address.address();
  const pages = pagesOf(app);
  if (!parts.length) {
    history.replaceState(null, '', address.to(pages[0].parts));
    await follow();
    return;
  }
  const found = pages.find(candidate => candidate.parts[0] === parts[0]) ?? pages[0];
  const isNew = page?.name !== found.name;
  if (isNew) {
    leave();
    const module = await import(`/console/js/pages/${found.name}.js`);
    page = {name: found.name, ...module.open(app)};
  }
  const moved = path !== null && path !== parts.join('/');
  path = parts.join('/');
  page.at(parts.slice(1), query);
  redraw();
  if (moved) await Promise.resolve().then(() => focusPage(isNew));
}

/** What is read out after a change of the page; the list keeps its place when one of its rows was opened. */
function focusPage(isNew) {
  const heading = document.querySelector(isNew ? 'h1' : '[data-opened]') ?? document.querySelector('h1');
  heading?.focus({preventScroll: !isNew});
}

function leave() {
  page?.leave?.();
  page = null;
}

function redraw() {
  if (drawing) return;
  drawing = true;
  queueMicrotask(() => {
    drawing = false;
    const inside = !app.session ? signInPage(app) : page ? page.view() : html``;
    const title = page && app.session ? page.title() : words.t('signin.title');
    document.title = `${title} · Lethe`;
    render(around(app, page, inside), place);
  });
}

/** Tells what happened, for eyes and screen readers, for a while. */
function say(text, kind = 'good') {
  app.said = {text, kind};
  redraw();
  const {said} = app;
  setTimeout(() => {
    if (app.said === said) app.said = null;
    redraw();
  }, 8000);
}

async function signIn(login, password) {
  app.session = await api.signIn(login, password);
  app.ended = false;
  await follow();
}

async function signOut() {
  try {
    await api.signOut();
  } catch (e) {
    if (e.status !== 401) {
      say(words.t('problem.no-connection'), 'bad');
      return;
    }
  }
  leave();
  app.session = null;
  app.ended = false;
  redraw();
}

async function language(code) {
  await words.choose(code);
  redraw();
}
