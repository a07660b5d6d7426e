/** The storages: whether they answer, how fast files go, and the breaker of each with its history. */
import {html, nothing} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {events} from '/console/js/events.js';
import {duration} from '/console/js/format.js';
import {exactly, facts, shown, storageText, when} from '/console/js/parts.js';
import {t, word} from '/console/js/words.js';
import {breakerState, gate, health, latency, next, reason} from '/console/js/pages/storages/breaker.js';
import {OneStorage} from '/console/js/pages/storages/one.js';

const EVERY = 5000;
const MOST_OF_HISTORY = 4;

export function open(app) {
  const list = new Asked(
    async () => {
      const {items} = await api.get('/api/admin/storages');
      return Promise.all(items.map(({storage}) => api.get(api.path(['admin', 'storages', storage]))));
    },
    app.redraw,
    EVERY,
  );
  let one = null;
  let breakers = '';
  list.load();
  const stopListening = events.on('overview', ({storages}) => {
    const now = storages.map(({breaker}) => breaker).join();
    if (breakers && now !== breakers) (one?.asked ?? list).load();
    breakers = now;
  });
  return {
    title: () => (one ? storageText(one.storage) : t('storages.title')),
    leave: () => {
      stopListening();
      list.stop();
      one?.stop();
    },
    at: ([storage]) => {
      if (storage === one?.storage) return;
      one?.stop();
      one = storage ? new OneStorage(app, storage) : null;
    },
    view: () =>
      one
        ? one.view()
        : html`<div class="head"><h1 tabindex="-1">${t('storages.title')}</h1></div>
            <p class="hint">${t('storages.what')}</p>
            ${shown(list, items => html`<ul class="cards-of">${items.map(card)}</ul>`, {rows: 6})}`,
  };
}

const card = ({storage, health: found, removals, queue, breaker, probes, history}) => html`<li class="card ${breaker.state === 'OPEN' ? 'closed' : ''}">
  <h2><a data-row href=${to(['storages', storage])}>${storageText(storage)}</a></h2>
  <p class="line">${health(found)} ${breakerState(breaker)}</p>
  <p class=${breaker.state === 'CLOSED' ? 'hint' : 'gate-text'}>${gate(breaker)}</p>
  ${breaker.state === 'CLOSED' ? nothing : html`<p class="detail">${reason(breaker)}</p>`}
  ${facts([
    ...next(breaker),
    [t('storages.persecond'), t('storages.rate', {n: Math.round(removals.perSecond * 10) / 10})],
    [t('way.waiting'), messages(queue.messages?.ready)],
    [t('way.inflight'), messages(queue.messages?.inFlight)],
    [t('way.scheduled'), messages(queue.messages?.waiting)],
  ])}
  <h3>${t('storages.latency')} <span class="hint">${found.at ? html`${duration(found.tookMillis)} · ${when(found.at)}` : nothing}</span></h3>
  ${latency(probes)}
  <h3>${t('storages.history')}</h3>
  ${history.length
    ? html`<ul class="hint">${history.slice(0, MOST_OF_HISTORY).map(
        ({at, state, by}) => html`<li>${exactly(at)} · ${word('breaker', state)} · ${by === 'system' ? t('storages.byitself') : by}</li>`,
      )}</ul>`
    : html`<p class="hint">${t('storages.history.none')}</p>`}</li>`;

const messages = n => (n === undefined ? '–' : t('storages.nmessages', {n}));
