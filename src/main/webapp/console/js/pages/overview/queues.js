/** Every queue: what is ready, in flight and waiting, how fast it goes, how old the oldest is; and when those that wait are due. */
import {html, nothing} from '/console/js/lit.js';
import {change, to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {columns} from '/console/js/charts.js';
import {clock, duration, number} from '/console/js/format.js';
import {age} from '/console/js/format.js';
import {shown, status} from '/console/js/parts.js';
import {t} from '/console/js/words.js';

const EVERY = 5000;

/** The queue whose waiting messages are looked at, if any. */
export function due(app) {
  let queue = null;
  let asked = null;
  return {
    get queue() {
      return queue;
    },
    show(wished) {
      if (wished === queue) return;
      asked?.stop();
      queue = wished;
      asked = queue ? new Asked(() => api.get(api.path(['admin', 'queues', queue])), app.redraw, EVERY) : null;
      asked?.load();
    },
    stop: () => asked?.stop(),
    view: () => (asked ? shown(asked, histogram, {rows: 2}) : nothing),
  };
}

/** While the broker does not answer, what it said last, and when. */
export function queues({queues: list, brokerAnswers, queuesAt}, waiting) {
  return html`<section class="queues-of"><h2>${t('queues.title')} ${brokerAnswers ? nothing : status('bad', t('way.brokeraway'))}</h2>
    ${brokerAnswers || !queuesAt ? nothing : html`<p class="hint">${t('queues.asof', {at: clock(queuesAt)})}</p>`}
    ${list.length
      ? html`<table class="cards ${brokerAnswers ? '' : 'stale'}"><thead><tr><th scope="col">${t('queues.queue')}</th>
          ${['ready', 'inflight', 'waiting', 'in', 'out', 'oldest', 'dead', 'expired'].map(name => html`<th scope="col" class="num">${t(`queues.${name}`)}</th>`)}
          <th scope="col">${t('queues.state')}</th></tr></thead>
        <tbody>${list.map(queue => row(queue, brokerAnswers, waiting))}</tbody></table>`
      : nothing}</section>`;
}

function row({queue, messages, consumers, paused, rates, oldestSeconds, sinceBrokerStart}, brokerAnswers, waiting) {
  const isOpen = waiting.queue === queue;
  const n = (name, value) => html`<td class="num ${value ? '' : 'none'}" data-label=${t(`queues.${name}`)}>${value === null || value === undefined ? '–' : number(value)}</td>`;
  const rate = value => (value === undefined ? null : Math.round(value * 10) / 10);
  return html`<tr class=${isOpen ? 'open' : ''}>
      <td class="main"><a data-row href=${to(['redelivery', queue])}>${queue}</a></td>
      ${n('ready', messages.ready)}${n('inflight', messages.inFlight)}
      <td class="num ${messages.waiting ? '' : 'none'}" data-label=${t('queues.waiting')}>${messages.waiting
        ? html`<button type="button" class="plain link" aria-expanded=${isOpen} title=${t('queues.due')} @click=${() => change({due: isOpen ? null : queue})}>${number(messages.waiting)}</button>`
        : number(0)}</td>
      ${n('in', rate(rates?.inPerSecond))}${n('out', rate(rates?.outPerSecond))}
      <td class="num" data-label=${t('queues.oldest')}>${oldestSeconds === null || oldestSeconds === undefined ? '–' : duration(oldestSeconds * 1000)}</td>
      ${n('dead', sinceBrokerStart?.dead)}${n('expired', sinceBrokerStart?.expired)}
      <td data-label=${t('queues.state')}>${brokerAnswers ? state(paused, consumers) : status('off', t('queues.unknown'))}</td></tr>
    ${isOpen ? html`<tr class="below"><td colspan="10">${waiting.view()}</td></tr>` : nothing}`;
}

function state(paused, consumers) {
  if (paused) return status('warn', t('way.paused'));
  return consumers === 0 ? status('idle', t('queues.nobody')) : status('good', t('queues.consumers', {n: consumers}));
}

/** When those that wait are due: a picture, and the same in words. */
function histogram({due: {source, waiting, buckets}}) {
  if (source === 'TOO_MANY') return html`<p class="hint">${t('queues.toomany', {n: waiting})}</p>`;
  if (!buckets.length) return html`<p class="hint">${t('queues.nonedue')}</p>`;
  const full = buckets.filter(({messages}) => messages);
  return html`<div class="due">${columns(buckets.map(({messages}) => ({value: messages, kind: 'gone'})))}
    <p class="axis"><span>${age(buckets[0].from)}</span><span>${age(buckets.at(-1).until)}</span></p>
    <ul class="hint">${full.map(({from, until, messages}) => html`<li>${t('queues.dueat', {n: messages, from: age(from), until: age(until)})}</li>`)}</ul></div>`;
}
