/** Where the overview's figures come from: put together of what the API tells one by one. */
import * as api from '/console/js/api.js';
import {to} from '/console/js/address.js';

export async function look() {
  const [count, redelivery, groups] = await Promise.all([
    api.get('/api/admin/conservation'),
    api.get('/api/admin/redelivery'),
    api.get(api.path(['admin', 'failures', 'groups'], {state: ['OPEN', 'ASSIGNED'], limit: 10})),
  ]);
  const paused = new Map(redelivery.items.map(({queue, policy}) => [queue, policy.paused]));
  const queues = Object.values(count.queues).map(({queue, messages, inFlight, scheduled, consumers}) => ({
    queue,
    messages: {ready: Math.max(0, messages - inFlight - scheduled), inFlight, waiting: scheduled, total: messages},
    consumers,
    paused: paused.get(queue) ?? false,
    storage: /^lethe\.removal\.(main|backup)$/.exec(queue)?.[1] ?? null,
  }));
  const storages = ['main', 'backup'].map(storage => {
    const queue = queues.find(one => one.storage === storage);
    return {storage, waiting: null, failed: null, gone: count.gone[storage], inFlightMessages: queue?.messages.inFlight,
      readyMessages: queue?.messages.ready, retryMessages: queue?.messages.waiting, paused: queue?.paused, breaker: 'CLOSED'};
  });
  return {at: count.at, conservation: count, storages, queues, brokerAnswers: queues.length > 0, deletions: null, series: null,
    attention: [...ofCount(count), ...ofQueues(redelivery.items), ...ofGroups(groups.items)]};
}

export const lookAtChecks = null;

const ofCount = ({addsUp, difference}) => (addsUp ? [] : [{kind: 'CONSERVATION', severity: 'ALARM', facts: {difference}, link: to(['overview'])}]);

const ofQueues = items =>
  items.flatMap(({queue, policy, broker}) => [
    ...(broker.state === 'DRIFT' ? [{kind: 'DRIFT', severity: 'WARN', facts: {queue}, since: broker.driftSince, link: to(['redelivery', queue])}] : []),
    ...(policy.paused ? [{kind: 'PAUSED', severity: 'WARN', facts: {queue}, link: to(['redelivery', queue])}] : []),
  ]);

const ofGroups = groups =>
  groups.map(({cause, storage, failures, firstAt}) => ({kind: 'FAILURES', severity: 'ALARM', count: failures, since: firstAt, facts: {cause, storage},
    link: to(['failures'])}));
