/** The shell: who is signed in, which page the address means, and when to draw. */
import {html, nothing, render} from '/console/js/lit.js';
import * as address from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {connection} from '/console/js/connection.js';
import {events} from '/console/js/events.js';
import * as keys from '/console/js/keys.js';
import {pagesOf} from '/console/js/pages.js';
import {note} from '/console/js/parts.js';
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
  /** The page whose script could not be had. */
  unloaded: null,
  /** How many failures wait for a person, where that is known. */
  openFailures: null,
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
let turn = 0;

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
events.on('failures', ({open}) => {
  app.openFailures = open;
  redraw();
});
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
    events.stop();
    redraw();
    return;
  }
  if (app.operates) events.start();
  const {parts, query} = address.address();
  const pages = pagesOf(app);
  if (!parts.length) {
    history.replaceState(null, '', address.to(pages[0].parts));
    await follow();
    return;
  }
  const found = pages.find(candidate => candidate.parts[0] === parts[0]) ?? pages[0];
  const isNew = page?.name !== found.name;
  if (isNew && !(await opened(found.name))) return;
  const moved = path !== null && path !== parts.join('/');
  path = parts.join('/');
  page.at(parts.slice(1), query);
  redraw();
  await Promise.resolve();
  if (moved) focusPage(isNew);
  showPlace();
}

/** Brings a page, with its words; false when another was wished in the meantime, or none could be had. */
async function opened(name) {
  const wished = ++turn;
  leave();
  try {
    const [module] = await Promise.all([import(`/console/js/pages/${name}.js`), words.need(name)]);
    if (wished !== turn || !app.session) return false;
    app.unloaded = null;
    page = {name, ...module.open(app)};
    return true;
  } catch (e) {
    if (wished === turn) {
      app.unloaded = name;
      console.error(e);
      redraw();
    }
    return false;
  }
}

/** What is read out after a change of the page; the list keeps its place when one of its rows was opened. */
function focusPage(isNew) {
  const heading = document.querySelector(isNew ? 'h1' : '[data-opened]') ?? document.querySelector('h1');
  heading?.focus({preventScroll: !isNew});
}

/** On a small screen the pages stand in a row that is longer than the screen. */
function showPlace() {
  const link = document.querySelector('nav [aria-current]');
  if (link) link.closest('nav').scrollLeft = link.offsetLeft - 64;
}

const unloaded = () =>
  note('bad', words.t('shell.unloaded'), html`<button type="button" @click=${() => location.reload()}>${words.t('state.again')}</button>`);

function leave() {
  if (!app.session) events.stop();
  page?.leave?.();
  page = null;
}

function redraw() {
  if (drawing) return;
  drawing = true;
  queueMicrotask(() => {
    drawing = false;
    const inside = !app.session ? signInPage(app) : page ? page.view() : app.unloaded ? unloaded() : nothing;
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
  app.session = null;
  app.ended = false;
  leave();
  redraw();
}

async function language(code) {
  await words.choose(code);
  redraw();
}
