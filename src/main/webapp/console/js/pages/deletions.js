/** What was asked to be deleted: newest first, how far each is on every storage, and one of them with its timeline. */
import {html, live, repeat} from '/console/js/lit.js';
import {change, to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {parts} from '/console/js/charts.js';
import {events} from '/console/js/events.js';
import {number} from '/console/js/format.js';
import {Listing} from '/console/js/listing.js';
import {choice, empty, shown, storageText, when} from '/console/js/parts.js';
import {t, word} from '/console/js/words.js';
import {OneDeletion} from '/console/js/pages/deletions/one.js';
import {segments, stateOf, STATES, storagesOf, whatText} from '/console/js/pages/deletions/words.js';

const EVERY = 10_000;
const TYPING = 300;
const FILTERS = ['state', 'kind', 'owner', 'id', 'from', 'until'];
const KINDS = ['ALBUM', 'PHOTOS', 'UPLOAD'];

export function open(app) {
  let filter = null;
  let listing = null;
  let one = null;
  let typing = null;
  const texts = {};

  function narrow(query) {
    const wished = Object.fromEntries(FILTERS.map(name => [name, query.get(name) ?? '']));
    if (listing && FILTERS.every(name => wished[name] === filter[name])) return;
    filter = wished;
    Object.assign(texts, {owner: filter.owner, id: filter.id});
    listing?.stop();
    const times = {from: startOf(filter.from, 0), until: startOf(filter.until, 1)};
    listing = new Listing(cursor => api.get(api.path(['admin', 'deletions'], {...filter, ...times, limit: 50, cursor})), app.redraw, {every: EVERY});
  }

  const stopListening = events.on('deletions', () => {
    (one ?? listing)?.asked.refresh();
  });

  return {
    title: () => t('deletions.title'),
    leave: () => {
      stopListening();
      clearTimeout(typing);
      listing?.stop();
      one?.stop();
    },
    at: ([id], query) => {
      if (one && id !== one.id) {
        one.stop();
        one = null;
      }
      if (id) one ??= new OneDeletion(app, id);
      else narrow(query);
    },
    view: () =>
      one
        ? one.view()
        : html`<div class="head"><h1 tabindex="-1">${t('deletions.title')}</h1></div>
            ${filterBar()}
            ${listing.news()}
            ${shown(listing.asked, data => (data.items.length ? table(data.items) : nothingHere()), {rows: 10})}
            ${listing.rest()}`,
  };

  function filterBar() {
    const typed = (name, event) => {
      texts[name] = event.target.value;
      clearTimeout(typing);
      typing = setTimeout(() => change({[name]: texts[name].trim()}), TYPING);
    };
    const text = (name, key) => html`<label class="field grow"><span>${t(`deletions.${name}`)}</span>
      <input type="search" maxlength="200" aria-keyshortcuts=${key} autocapitalize="none" spellcheck="false" .value=${live(texts[name])} @input=${event => typed(name, event)}></label>`;
    return html`<form class="filters" role="search" @submit=${event => event.preventDefault()}>
      ${text('owner', '/')}${text('id', '')}
      ${choice({label: t('deletions.state'), value: filter.state, options: [['', t('deletions.any')], ['REQUESTED,PLANNING,REMOVING', t('deletions.underway')],
        ...STATES.map(state => [state, word('deletion', state)])], change: state => change({state})})}
      ${choice({label: t('deletions.kind'), value: filter.kind, options: [['', t('deletions.anykind')], ...KINDS.map(kind => [kind, t(`deletionkind.${kind}`)])],
        change: kind => change({kind})})}
      ${['from', 'until'].map(
        name => html`<label class="field"><span>${t(`deletions.${name}`)}</span>
          <input type="date" .value=${filter[name]} @change=${event => change({[name]: event.target.value})}></label>`,
      )}</form>`;
  }

  function nothingHere() {
    return FILTERS.some(name => filter[name])
      ? empty(t('deletions.none.filter'), t('deletions.none.filter.text'))
      : empty(t('deletions.none'), t('deletions.none.text'));
  }
}

/** A day of the filter begins where the person is. */
function startOf(day, plus) {
  if (!day) return null;
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plus).toISOString();
}

const table = items => html`<table class="cards deletions"><thead><tr>
    <th scope="col">${t('deletions.what')}</th><th scope="col">${t('deletions.owner')}</th><th scope="col">${t('deletions.state')}</th>
    <th scope="col">${t('deletions.progress')}</th><th scope="col" class="num">${t('deletions.failed')}</th><th scope="col">${t('deletions.at')}</th>
  </tr></thead><tbody>${repeat(
    items,
    ({id}) => id,
    item => html`<tr>
      <td class="main"><a data-row href=${to(['deletions', item.id])}>${whatText(item)}</a>
        <span class="detail">${item.id}</span></td>
      <td data-label=${t('deletions.owner')}>${item.owner?.login ?? '–'}</td>
      <td data-label=${t('deletions.state')}>${stateOf(item)}</td>
      <td data-label=${t('deletions.progress')} class="bars">${storagesOf(item).map(
        storage => html`<span class="bar-of"><span class="name">${storageText(storage.storage)}</span>${parts(segments(storage))}
          <span class="n">${number(storage.requested ? Math.floor((storage.gone / storage.requested) * 100) : 0)} %</span></span>`,
      )}</td>
      <td class="num ${item.openFailures ? 'bad' : 'none'}" data-label=${t('deletions.failed')}>${number(item.openFailures ?? 0)}</td>
      <td data-label=${t('deletions.at')}>${when(item.requestedAt)}</td></tr>`,
  )}</tbody></table>`;
