/** What people sent again: how far each is, what came of it, and how to hold or end it. */
import {html, repeat} from '/console/js/lit.js';
import {change, to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {parts} from '/console/js/charts.js';
import {Listing} from '/console/js/listing.js';
import {choice, empty, shown, when} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {OneRedrive} from '/console/js/pages/redrives/one.js';
import {filterText, progress, segments, stateOf, STATES} from '/console/js/pages/redrives/words.js';

const EVERY = 4000;

export function open(app) {
  let listing = null;
  let state = null;
  let one = null;
  return {
    title: () => t('redrives.title'),
    leave: () => {
      listing?.stop();
      one?.stop();
    },
    at: ([id], query) => {
      if (one && id !== one.id) {
        one.stop();
        one = null;
      }
      if (id) {
        one ??= new OneRedrive(app, id);
        one.at(query);
        listing?.stop();
        listing = null;
        return;
      }
      const wished = query.get('state') ?? '';
      if (listing && wished === state) return;
      state = wished;
      listing?.stop();
      listing = new Listing(cursor => api.get(api.path(['admin', 'redrives'], {state, limit: 50, cursor})), app.redraw, {every: EVERY});
    },
    view: () =>
      one
        ? one.view()
        : html`<div class="head"><h1 tabindex="-1">${t('redrives.title')}</h1></div>
            <p class="hint">${t('redrives.what')}</p>
            <form class="filters" role="search" @submit=${event => event.preventDefault()}>${choice({
              label: t('redrives.state'),
              value: state,
              options: [['', t('redrives.any')], ...STATES.map(code => [code, t(`redrive.${code}`)])],
              change: code => change({state: code}),
            })}</form>
            ${listing.news()}
            ${shown(listing.asked, data => (data.items.length ? table(data.items) : empty(t('redrives.none'), t('redrives.none.text'))))}
            ${listing.rest()}`,
  };
}

const table = items => html`<table class="cards redrives"><thead><tr>
    <th scope="col">${t('redrives.why')}</th><th scope="col">${t('redrives.of')}</th><th scope="col">${t('redrives.progress')}</th>
    <th scope="col">${t('redrives.state')}</th><th scope="col">${t('redrives.by')}</th><th scope="col">${t('redrives.at')}</th>
  </tr></thead><tbody>${repeat(
    items,
    ({id}) => id,
    item => html`<tr>
      <td class="main"><a data-row href=${to(['redrives', item.id])}>${item.reason}</a></td>
      <td data-label=${t('redrives.of')}>${filterText(item.filter)}</td>
      <td data-label=${t('redrives.progress')} class="bar">${progress(item.counts)}${parts(segments(item.counts))}</td>
      <td data-label=${t('redrives.state')}>${stateOf(item)}</td>
      <td data-label=${t('redrives.by')}>${item.createdBy}</td>
      <td data-label=${t('redrives.at')}>${when(item.createdAt)}</td></tr>`,
  )}</tbody></table>`;
