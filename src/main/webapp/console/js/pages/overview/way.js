/** The way of a delete, left to right: requested, planned, on each storage waiting, in flight, waiting for a retry; gone or failed. */
import {html, nothing} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import {sparkline} from '/console/js/charts.js';
import {number} from '/console/js/format.js';
import {status, storageText} from '/console/js/parts.js';
import {t} from '/console/js/words.js';

const PLAN = 'lethe.removal.plan';

export function way({conservation, storages, queues, deletions, series, brokerAnswers}) {
  const plan = queues.find(({queue}) => queue === PLAN);
  return html`<section class="way" aria-label=${t('way.title')}>
    ${station({name: t('way.requested'), href: to(['deletions']), value: conservation?.requested, unit: t('way.files'), rate: last(series?.requestedPerSecond),
      curve: series?.requestedPerSecond, kind: 'wide'})}
    ${station({name: t('way.planned'), href: to(['redelivery', PLAN]), value: deletions ? deletions.requested + deletions.planning : null, unit: t('way.deletions'),
      text: messagesText(brokerAnswers ? plan?.messages.total : null), gate: brokerAnswers ? closedQueue(plan) : null, kind: 'wide'})}
    <div class="lanes">${storages.map(storage => lane(storage, series?.storages?.[storage.storage], queues, brokerAnswers))}</div>
  </section>`;
}

/** The last one that was sampled. */
const last = values => values?.findLast(value => value !== null) ?? null;

function lane(of, series, queues, brokerAnswers) {
  const name = storageText(of.storage);
  const queue = queues.find(({storage}) => storage === of.storage);
  const gate = closed(of, brokerAnswers, queue);
  const messages = n => (brokerAnswers ? n : null);
  return html`<div class="lane ${gate ? 'closed' : ''}" role="group" aria-label=${name}>
    <h2><a href=${to(['storages', of.storage])}>${name}</a></h2>
    <div class="line-of">
      ${station({name: t('way.waiting'), value: of.waiting, unit: t('way.files'), text: messagesText(messages(of.readyMessages)), curve: series?.waiting})}
      ${gateOf(gate)}
      ${station({name: t('way.inflight'), value: messages(of.inFlightMessages), unit: t('way.unit.messages'), curve: series?.inFlight})}
      ${station({name: t('way.scheduled'), value: messages(of.retryMessages), unit: t('way.unit.messages'), curve: series?.retry, kind: 'back'})}
      ${station({name: t('way.gone'), value: of.gone, unit: t('way.files'), rate: of.gonePerSecond, curve: series?.gonePerSecond, kind: 'gone'})}
      ${station({name: t('way.failed'), href: to(['failures'], {storage: of.storage}), value: of.failed, unit: t('way.files'), curve: series?.failed,
        kind: of.failed ? 'failed' : 'end'})}
    </div></div>`;
}

/** How many, where that is known. */
const messagesText = n => (n === null || n === undefined ? t('way.unknown') : t('way.messages', {n}));

/** Why nothing leaves the queue of a storage, or null. */
function closed({breaker, paused}, brokerAnswers, queue) {
  if (breaker === 'OPEN') return t('way.breaker');
  if (!brokerAnswers) return t('way.brokeraway');
  if (paused) return t('way.paused');
  return closedQueue(queue);
}

function closedQueue(queue) {
  if (queue?.paused) return t('way.paused');
  return queue && queue.consumers === 0 ? t('way.nobody') : null;
}

/** Between what waits and what is in flight: open, or closed with the reason. */
const gateOf = reason => html`<div class="gate ${reason ? 'shut' : ''}">${reason ? html`<span class="bar" aria-hidden="true"></span>${status('bad', reason)}` : html`<span class="bar" aria-hidden="true"></span>`}</div>`;

function station({name, href, value, unit, rate, text, curve, gate = null, kind = ''}) {
  return html`<div class="station ${kind} ${gate ? 'closed' : ''} ${value ? '' : 'zero'}">
    ${kind === 'wide' ? html`<h2>${heading(name, href)}</h2>` : html`<h3>${heading(name, href)}</h3>`}
    <p class="figure">${value === null || value === undefined ? '–' : number(value)} <span class="unit">${unit}</span></p>
    <p class="rate">${rate === undefined ? (text ?? '') : rate === null ? t('way.norate') : t('way.rate', {n: Math.round(rate * 10) / 10})}</p>
    ${gate ? html`<p>${status('bad', gate)}</p>` : nothing}
    ${curve ? sparkline(known(curve)) : nothing}
  </div>`;
}

const heading = (name, href) => (href ? html`<a href=${href}>${name}</a>` : name);

/** What was not sampled is left out at the beginning, and stays as before within. */
function known(values) {
  const from = values.findIndex(value => value !== null);
  if (from < 0) return [];
  let before = 0;
  return values.slice(from).map(value => (before = value ?? before));
}
