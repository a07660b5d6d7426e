/** What needs a person, each with the one link that leads to its remedy; the gravest first. */
import {html} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import {status, when} from '/console/js/parts.js';
import {t} from '/console/js/words.js';

export function person(failures, {count, redelivery}) {
  const rows = [...ofTheCount(count.data), ...ofQueues(redelivery.data?.items ?? []), ...ofFailures(failures)];
  return html`<section class="person"><h2>${t('person.title')}</h2>
    ${rows.length
      ? html`<ul class="rows">${rows.map(
          row => html`<li>${status(row.kind, t(`person.${row.what}`))}<span class="text">${row.text}</span>
            <span class="side">${row.since ? when(row.since) : ''}</span>
            ${row.href ? html`<a data-row href=${row.href}>${row.link}</a>` : html`<span></span>`}</li>`,
        )}</ul>`
      : html`<p class="nothing">${status('good', t('person.nothing'))}</p>`}
  </section>`;
}

function ofTheCount(count) {
  if (!count) return [];
  const rows = [];
  if (!count.addsUp) rows.push({kind: 'bad', what: 'sum', text: t('person.sum.text', {n: count.difference})});
  if (!Object.keys(count.queues).length) rows.push({kind: 'bad', what: 'broker', text: t('person.broker.text')});
  for (const {queue, consumers} of Object.values(count.queues)) {
    if (consumers === 0) rows.push({kind: 'bad', what: 'nobody', text: t('person.nobody.text', {queue}), ...toQueue(queue)});
  }
  return rows;
}

function ofQueues(queues) {
  return queues.flatMap(({queue, policy, broker}) => [
    ...(broker.state === 'DRIFT'
      ? [{kind: 'warn', what: 'drift', text: t('person.drift.text', {queue}), since: broker.driftSince, ...toQueue(queue)}]
      : []),
    ...(policy.paused ? [{kind: 'warn', what: 'paused', text: t('person.paused.text', {queue}), ...toQueue(queue)}] : []),
  ]);
}

const toQueue = queue => ({href: to(['redelivery', queue]), link: t('person.settle')});

/** Put together by cause and storage here, of the newest that the API lists at once. */
function ofFailures({items, nextCursor}) {
  const groups = new Map();
  for (const failure of items) {
    const key = [failure.kind, failure.storage, failure.cause].join('\n');
    const group = groups.get(key) ?? {...failure, n: 0};
    group.n++;
    if (failure.firstAt < group.firstAt) group.firstAt = failure.firstAt;
    groups.set(key, group);
  }
  const rows = [...groups.values()]
    .sort((a, b) => b.n - a.n)
    .slice(0, 8)
    .map(group => ({
      kind: 'bad',
      what: 'failures',
      text: html`<b>${t('person.count', {n: group.n})}</b> ${group.storage ? t(`storage.${group.storage}`) + ' · ' : ''}${group.cause ?? group.error}`,
      since: group.firstAt,
      href: to(['failures'], {text: group.cause}),
      link: t('person.look'),
    }));
  return nextCursor ? [...rows, {kind: 'bad', what: 'more', text: t('person.more.text', {n: items.length}), href: to(['failures']), link: t('person.look')}] : rows;
}
