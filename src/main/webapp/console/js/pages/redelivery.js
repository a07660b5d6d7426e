/** Each queue's redelivery as a sentence, and one of them with editor, preview and history. */
import {html, nothing} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {number} from '/console/js/format.js';
import {shown, status, when} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {OneQueue} from '/console/js/pages/redelivery/one.js';
import {brokerState, sentence} from '/console/js/pages/redelivery/policy.js';

const EVERY = 10_000;

export function open(app) {
  let list = null;
  let one = null;
  const leave = () => {
    list?.stop();
    one?.stop();
    list = null;
    one = null;
  };
  return {
    title: () => one?.queue ?? t('redelivery.title'),
    leave,
    at: ([queue], query) => {
      if (queue !== one?.queue) leave();
      if (queue) {
        one ??= new OneQueue(app, queue);
        one.at(query);
      } else if (!list) {
        list = new Asked(() => api.get('/api/admin/redelivery'), app.redraw, EVERY);
        list.load();
      }
    },
    view: () =>
      one
        ? one.view()
        : html`<div class="head"><h1 tabindex="-1">${t('redelivery.title')}</h1></div>
            <p class="hint">${t('redelivery.what')}</p>
            ${shown(list, ({items}) => queues(items), {rows: 8})}`,
  };
}

const queues = items => html`<ul class="rows queues">${items.map(
  item => html`<li>
    <a data-row class="name" href=${to(['redelivery', item.queue])}>${item.queue}</a>
    <span class="text">${sentence(item.schedule)}${item.policy.paused ? html` ${status('warn', t('redelivery.paused'))}` : nothing}
      ${item.held ? status('bad', t('redelivery.held')) : nothing}</span>
    <span class="side">${item.messages ? t('redelivery.messages', {n: item.messages.ready + item.messages.inFlight + item.messages.waiting}) : ''}
      ${item.warnings.length ? status('warn', t('redelivery.warnings', {n: item.warnings.length})) : nothing}
      ${item.broker.state === 'MATCHES' ? nothing : brokerState(item.broker)}</span>
    <span class="muted">${t('redelivery.version', {n: number(item.version)})} · ${item.author} · ${when(item.at)}</span></li>`,
)}</ul>`;
