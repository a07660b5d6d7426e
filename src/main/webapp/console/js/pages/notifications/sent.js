/** What was told to whom, and whether it arrived. */
import {html, nothing, repeat} from '/console/js/lit.js';
import {change, to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Listing} from '/console/js/listing.js';
import {causeText, chip, choice, empty, shown, status, storageText, when} from '/console/js/parts.js';
import {t, word} from '/console/js/words.js';

const EVERY = 10_000;
const STATES = ['SENDING', 'DELIVERED', 'FAILED', 'CANCELLED'];
const NOTICED = 'ERRORS_NOTICED';
const KINDS = {SENDING: 'busy', DELIVERED: 'good', FAILED: 'bad', CANCELLED: 'off'};

export class Sent {
  #app;
  #filter = null;

  constructor(app) {
    this.#app = app;
    this.listing = null;
  }

  at(query) {
    const filter = {state: query.get('state') ?? '', channel: query.get('channel') ?? ''};
    if (this.#filter && filter.state === this.#filter.state && filter.channel === this.#filter.channel) return;
    this.#filter = filter;
    this.listing?.stop();
    this.listing = new Listing(cursor => api.get(api.path(['admin', 'notifications'], {...filter, limit: 50, cursor})), this.#app.redraw, {every: EVERY});
  }

  stop() {
    this.listing?.stop();
  }

  view() {
    return html`<p class="hint">${t('notifications.what')}</p>
      <form class="filters" role="search" @submit=${event => event.preventDefault()}>${choice({
        label: t('notifications.state'),
        value: this.#filter.state,
        options: [['', t('notifications.any')], ...STATES.map(state => [state, t(`notification.${state}`)])],
        change: state => change({state}),
      })}
      ${this.#filter.channel
        ? chip(html`${t('notifications.channel')}: ${this.listing.items[0]?.channelName ?? html`<code>${this.#filter.channel.slice(-12)}</code>`}`, t('notifications.everychannel'), () => change({channel: null}))
        : nothing}</form>
      ${this.listing.news()}
      ${shown(this.listing.asked, data => (data.items.length ? table(data.items) : empty(t('notifications.none'), t('notifications.none.text'))))}
      ${this.listing.rest()}`;
  }
}

const table = items => html`<table class="cards"><thead><tr>
    <th scope="col">${t('notifications.about')}</th><th scope="col">${t('notifications.channel')}</th><th scope="col">${t('notifications.when')}</th>
    <th scope="col">${t('notifications.state')}</th></tr></thead>
  <tbody>${repeat(
    items,
    ({id}) => id,
    item => html`<tr>
      <td class="main"><a data-row href=${target(item)}>${about(item)}</a>${item.what === NOTICED && item.detail ? html`<span class="detail">${item.detail}</span>` : nothing}</td>
      <td data-label=${t('notifications.channel')}>${item.channelName}</td>
      <td data-label=${t('notifications.when')}>${when(item.createdAt)}</td>
      <td data-label=${t('notifications.state')}>${status(KINDS[item.state] ?? 'idle', word('notification', item.state))}
        ${item.attempts > 1 ? html` <span class="hint">${t('notifications.attempts', {n: item.attempts})}</span>` : nothing}
        ${item.error && item.state !== 'DELIVERED' ? html`<span class="detail">${item.error}</span>` : nothing}</td></tr>`,
  )}</tbody></table>`;

function target({what, storage, cause}) {
  if (what === NOTICED) return to(['policies']);
  return what.startsWith('BREAKER') && storage ? to(['storages', storage]) : to(['failures'], {cause, storage});
}

function about({what, storage, cause, count}) {
  const where = storage ? ` · ${storageText(storage)}` : '';
  if (what.startsWith('BREAKER')) return `${word('told', what)}${where}`;
  if (what === NOTICED) return `${word('told', what)}: ${causeText(cause)}${where}`;
  return `${word('told', what)}: ${t('notifications.count', {n: count})} · ${causeText(cause)}${where}`;
}
