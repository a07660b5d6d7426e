/**
 * Where the overview's figures come from. The count reads every row, so it is asked for at most every 10 s, and only while
 * somebody looks. Whoever has a stream of events puts it here; the templates see the same members.
 */
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';

const EVERY = 10_000;
const KEPT_FOR = 15 * 60_000;

export function watch(redraw) {
  const history = [];
  const count = new Asked(
    async () => {
      const counted = await api.get('/api/admin/conservation');
      remember(history, counted);
      return counted;
    },
    redraw,
    EVERY,
  );
  const failures = new Asked(() => api.get(api.path(['admin', 'failures'], {state: 'OPEN', limit: 500})), redraw, EVERY);
  const redelivery = new Asked(() => api.get('/api/admin/redelivery'), redraw, EVERY);
  const all = [count, failures, redelivery];
  all.forEach(asked => asked.load());
  return {
    count,
    failures,
    redelivery,
    history,
    stop: () => all.forEach(asked => asked.stop()),
  };
}

/** One point per answer, of the last 15 minutes. */
function remember(history, {at, requested, waiting, gone, failed}) {
  const time = Date.parse(at);
  history.push({time, requested, waiting, 'gone.main': gone.main, 'gone.backup': gone.backup, failed});
  while (history[0].time < time - KEPT_FOR) history.shift();
}

/** Per second between the last two points, or null while there is one only. */
export function rate(history, member) {
  if (history.length < 2) return null;
  const [before, now] = history.slice(-2);
  const seconds = (now.time - before.time) / 1000;
  return seconds > 0 ? Math.max(0, (now[member] - before[member]) / seconds) : null;
}
