/** What a person must handle: its groups, the failures of the chosen one, and the one that is open. */
import {html, live, nothing} from '/console/js/lit.js';
import {address, change, go, to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {events} from '/console/js/events.js';
import {Listing} from '/console/js/listing.js';
import {causeText, chip, choice, storageText} from '/console/js/parts.js';
import {problemText} from '/console/js/problems.js';
import {t, word} from '/console/js/words.js';
import {asked, filterOf, isNarrowed, isOpen, isSame, STATES} from '/console/js/pages/failures/filter.js';
import {groups} from '/console/js/pages/failures/groups.js';
import {OneFailure} from '/console/js/pages/failures/one.js';
import {Policy} from '/console/js/pages/failures/policy.js';
import {order, table} from '/console/js/pages/failures/table.js';

const EVERY = 15_000;
const TYPING = 300;
const STORAGES = ['main', 'backup'];
/** What can be done to many, but sending them again; the gravest last. */
const BULK = ['assign', 'note', 'resolve', 'ignore'];

/** Dialogs come when they are needed. */
const acts = () => import('/console/js/pages/failures/acts.js');
const redrives = () => import('/console/js/pages/failures/redrive.js');

export function open(app) {
  const one = new OneFailure(app.redraw);
  const policy = new Policy(app.redraw);
  const selected = new Set();
  let filter = null;
  let listing = null;
  let grouped = null;
  let counts = null;
  let typing = null;
  let text = '';
  let busy = false;

  const queryNow = () => Object.fromEntries(address().query);
  const hrefOf = id => to(['failures', ...(id ? [id] : [])], queryNow());
  const hrefOfGroup = group => to(['failures'], {...queryNow(), group});
  const ofGroup = () => grouped.items.find(({id}) => id === filter.group);
  const get = (what, query) => api.get(api.path(['admin', 'failures', ...what], query));

  function narrow(wished) {
    if (isSame(wished, filter)) return;
    const isOtherList = !filter || !isSame({...wished, group: '', sort: ''}, {...filter, group: '', sort: ''});
    if (text.trim() !== wished.q) text = wished.q;
    filter = wished;
    selected.clear();
    listing?.stop();
    listing = new Listing(page, app.redraw, {every: EVERY});
    if (isOtherList) {
      grouped?.stop();
      counts?.stop();
      const all = asked({...filter, group: ''});
      grouped = new Listing(cursor => get(['groups'], {...all, limit: 50, cursor}), app.redraw, {every: EVERY});
      counts = new Asked(() => get(['counts'], all), app.redraw, EVERY);
      counts.load();
    }
  }

  async function page(cursor) {
    const found = await get([], {...asked(filter), sort: filter.sort, limit: 50, cursor});
    one.compare(found.items);
    return found;
  }

  /** Somewhere, some failed. */
  function happened() {
    [listing.asked, grouped.asked, counts].forEach(part => part.refresh());
  }

  function again() {
    listing.asked.load();
    grouped.asked.load();
    counts.load();
    one.again();
  }

  /** What is acted upon: the selected ones, else all that match. */
  const scope = () => (selected.size ? {id: [...selected]} : asked(filter));
  const scopeSize = () => (selected.size ? selected.size : filter.group ? ofGroup()?.failures : counts.data?.matching);

  async function save() {
    const {download} = await import('/console/js/csv.js');
    await download(api.path(['admin', 'failures'], {...asked(filter), sort: filter.sort}), 'lethe-failures.csv');
  }

  async function tried(act) {
    if (busy) return null;
    busy = true;
    try {
      return await act();
    } catch (e) {
      app.say(problemText(e), 'bad');
      return null;
    } finally {
      busy = false;
      app.redraw();
    }
  }

  async function onMany(act) {
    const changed = await tried(async () =>
      act === 'retry' ? (await redrives()).redrive(scope(), app) : (await acts()).actOnMany(act, scope(), app),
    );
    if (!changed) return;
    selected.clear();
    listing.again();
    again();
  }

  async function onOne(act, present, goesOn) {
    const next = next_(present.data.id);
    const result = await tried(async () =>
      act === 'retry'
        ? api.act(api.path(['admin', 'failures', present.data.id, 'retry']), undefined, present.tag)
        : (await acts()).actOnOne(act, present, app),
    );
    if (!result) {
      one.again();
      return;
    }
    listing.put(result.data);
    app.say(t(`act.${act}.done`));
    if (goesOn && next) go(hrefOf(next.id));
    else if (goesOn) app.say(t('failures.last'));
    if (one.id === present.data.id) one.asked.take(result);
  }

  /** The next one below that waits for a person. */
  function next_(id) {
    const from = listing.items.findIndex(item => item.id === id);
    return listing.items.slice(from + 1).find(isOpen) ?? null;
  }

  const stopListening = events.on('failures', ({fresh}) => fresh && filter && happened());

  return {
    title: () => t('failures.title'),
    leave: () => {
      stopListening();
      clearTimeout(typing);
      [listing, grouped, counts, one, policy].forEach(part => part.stop());
    },
    at: ([id], query) => {
      narrow(filterOf(query));
      one.show(id ?? null);
    },
    view: () => {
      const group = filter.group ? ofGroup() : null;
      policy.of(group);
      return html`
        <div class="head"><h1 tabindex="-1">${t('failures.title')}</h1>
          <div class="acts"><button type="button" ?disabled=${busy} @click=${() =>
            tried(save)}>${t('state.csv')}</button></div></div>
        ${filterBar()}
        <div class="split ${one.id ? 'opened' : filter.group ? 'chosen' : ''}">
          <section class="groups-of" aria-label=${t('groups.title')}>
            ${groups({listing: grouped, counts: counts.data, chosen: filter.group, hrefOf: hrefOfGroup, isNarrowed: isNarrowed(filter)})}</section>
          <section class="list" aria-label=${t('failures.list')}>
            ${filter.group ? html`<p class="nav back"><a href=${hrefOfGroup(null)}>${t('groups.back')}</a></p>` : nothing}
            ${group ? policy.view(group, app) : nothing}
            ${listing.items.length ? bulk() : nothing}
            ${table({listing, filter, selected, openId: one.id, hrefOf, redraw: app.redraw})}
          </section>
          ${one.id ? one.view({back: hrefOf(null), next: next_(one.id), hrefOf, act: onOne}) : nothing}
        </div>`;
    },
  };

  function filterBar() {
    const typed = event => {
      text = event.target.value;
      clearTimeout(typing);
      typing = setTimeout(() => change({q: text.trim(), group: null}), TYPING);
    };
    return html`<form class="filters" role="search" @submit=${event => event.preventDefault()}>
      <label class="field grow"><span>${t('failures.search')}</span>
        <input type="search" aria-keyshortcuts="/" maxlength="200" .value=${live(text)} placeholder=${t('failures.search.hint')} @input=${typed}></label>
      ${choice({label: t('failures.state'), value: filter.state, options: STATES.map(state => [state, t(`failure.${state}`)]),
        change: state => change({state: state === 'TODO' ? null : state, group: null})})}
      ${choice({label: t('failures.storage'), value: filter.storage,
        options: [['', t('failures.anystorage')], ...STORAGES.map(storage => [storage, storageText(storage)])], change: storage => change({storage, group: null})})}
      ${choice({label: t('failures.assignee'), value: filter.overdue ? '!' : filter.assignee,
        options: [['', t('failures.anybody')], [app.session.login, t('failures.me')], ['!', t('failures.overdue')],
          ...(filter.assignee && filter.assignee !== app.session.login ? [[filter.assignee, filter.assignee]] : [])],
        change: who => change(who === '!' ? {overdue: true, assignee: null, group: null} : {assignee: who, overdue: null, group: null})})}
      ${order(filter, change)}
      ${filter.deletion ? chip(html`${t('failures.ofdeletion')} <code>${filter.deletion.slice(-12)}</code>`, t('failures.every'), () => change({deletion: null})) : nothing}
      ${filter.cause ? chip(causeText(filter.cause), t('failures.everycause'), () => change({cause: null})) : nothing}
    </form>`;
  }

  function bulk() {
    const n = scopeSize();
    return html`<div class="bulk ${selected.size ? 'some' : ''}" role="group" aria-label=${t('failures.acts')}>
      <span>${selected.size ? t('failures.selected', {n: selected.size}) : n === undefined ? '' : t('failures.matching', {n})}</span>
      <div class="acts">
        <button type="button" class="primary" ?disabled=${busy} @click=${() => onMany('retry')}>${t('failures.retry')}…</button>
        ${BULK.map(act => html`<button type="button" ?disabled=${busy} @click=${() => onMany(act)}>${word('act', act)}…</button>`)}
        ${selected.size
          ? html`<button type="button" class="plain" @click=${() => {
              selected.clear();
              app.redraw();
            }}>${t('failures.selectnone')}</button>`
          : nothing}</div></div>`;
  }
}
