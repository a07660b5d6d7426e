/** The way of a delete, left to right: requested, planned, per storage waiting and in flight, gone or failed. */
import {html, nothing} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import {sparkline} from '/console/js/charts.js';
import {number} from '/console/js/format.js';
import {status} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {rate} from '/console/js/pages/overview/watch.js';

const PLAN = 'lethe.removal.plan';
const STORAGES = ['main', 'backup'];

export function way(count, {history, redelivery}) {
  const paused = new Set((redelivery.data?.items ?? []).filter(({policy}) => policy.paused).map(({queue}) => queue));
  return html`<section class="way" aria-label=${t('way.title')}>
    ${station({name: t('way.requested'), value: count.requested, unit: t('way.files'), member: 'requested', history})}
    ${queueStation(t('way.planning'), count.queues[PLAN], paused.has(PLAN), PLAN)}
    <ol class="storages">${STORAGES.map(storage => {
      const queue = `lethe.removal.${storage}`;
      return html`<li>
        ${queueStation(t('way.removing', {storage: t(`storage.${storage}`)}), count.queues[queue], paused.has(queue), queue)}
        ${station({name: t('way.gone', {storage: t(`storage.${storage}`)}), value: count.gone[storage], unit: t('way.files'),
          member: `gone.${storage}`, history, kind: 'gone'})}</li>`;
    })}</ol>
    ${station({name: t('way.failed'), value: count.failed, unit: t('way.files'), member: 'failed', history,
      kind: count.failed ? 'failed' : '', href: to(['failures'])})}
  </section>
  <p class="hint">${t('way.hint')}</p>`;
}

function station({name, value, unit, member, history, kind = '', href}) {
  const perSecond = rate(history, member);
  const changes = history.slice(1).map((point, i) => Math.max(0, point[member] - history[i][member]));
  return html`<div class="station ${kind}">
    <h2>${href ? html`<a href=${href}>${name}</a>` : name}</h2>
    <p class="figure">${number(value)} <span class="unit">${unit}</span></p>
    <p class="rate">${perSecond === null ? t('way.norate') : t('way.rate', {n: Math.round(perSecond * 10) / 10})}</p>
    ${sparkline(changes)}
  </div>`;
}

/** A queue's messages; one message may stand for many files. A queue that delivers nothing is a closed gate. */
function queueStation(name, queue, isPaused, id) {
  const closed = isPaused ? t('way.paused') : queue && queue.consumers === 0 ? t('way.nobody') : null;
  return html`<div class="station queue ${closed ? 'closed' : ''}">
    <h2><a href=${to(['redelivery', id])}>${name}</a></h2>
    ${queue
      ? html`<dl class="counts">
          ${[
            ['waiting', queue.messages - queue.inFlight - queue.scheduled],
            ['inflight', queue.inFlight],
            ['scheduled', queue.scheduled],
          ].map(([kind, n]) => html`<div class=${n > 0 ? '' : 'none'}><dt>${t(`way.${kind}`)}</dt><dd>${number(Math.max(0, n))}</dd></div>`)}
        </dl>`
      : html`<p class="rate">${t('way.brokeraway')}</p>`}
    ${closed ? html`<p class="gate">${status('bad', closed)}</p>` : nothing}
  </div>`;
}
