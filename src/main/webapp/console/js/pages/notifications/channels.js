/** The channels: where to, what they are told, and whether it arrives. */
import {html, nothing, repeat} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Listing} from '/console/js/listing.js';
import {empty, shown, status, when} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {targetText} from '/console/js/pages/notifications/words.js';

const EVERY = 10_000;

export class Channels {
  constructor(app) {
    this.listing = new Listing(cursor => api.get(api.path(['admin', 'notifications', 'channels'], {limit: 50, cursor})), app.redraw, {every: EVERY});
  }

  stop() {
    this.listing.stop();
  }

  acts() {
    return html`<a class="button primary" href=${to(['notifications', 'channels', 'new'])} aria-keyshortcuts="c">${t('channels.add')} <kbd aria-hidden="true">c</kbd></a>`;
  }

  view() {
    return html`${this.listing.news()}
      ${shown(this.listing.asked, ({items}) => (items.length ? table(items) : empty(t('channels.none'), t('channels.none.text'))))}
      ${this.listing.rest()}`;
  }
}

const table = items => html`<table class="cards"><thead><tr>
    <th scope="col">${t('channels.name')}</th><th scope="col">${t('channels.kind')}</th><th scope="col">${t('channels.target')}</th>
    <th scope="col">${t('channels.state')}</th><th scope="col">${t('channels.delivered')}</th></tr></thead>
  <tbody>${repeat(
    items,
    ({id}) => id,
    channel => html`<tr>
      <td class="main"><a data-row href=${to(['notifications', 'channels', channel.id])}>${channel.name}</a></td>
      <td data-label=${t('channels.kind')}>${t(`channel.${channel.kind}`)}</td>
      <td data-label=${t('channels.target')}>${targetText(channel)}</td>
      <td data-label=${t('channels.state')}>${stateOf(channel)}</td>
      <td data-label=${t('channels.delivered')}>${when(channel.state?.lastDeliveredAt)}</td></tr>`,
  )}</tbody></table>`;

function stateOf({enabled, state = {}}) {
  if (!enabled) return status('off', t('channels.off'));
  const isFailing = state.lastFailedAt && (!state.lastDeliveredAt || state.lastFailedAt > state.lastDeliveredAt);
  if (isFailing) return html`${status('bad', t('channels.failing'))} <span class="detail">${state.lastError ?? ''}</span>`;
  return html`${status('good', t('channels.on'))}${state.waiting ? html` <span class="hint">${t('channels.waiting', {n: state.waiting})}</span>` : nothing}`;
}
