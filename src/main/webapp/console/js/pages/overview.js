/** What an operator sees first: is anything lost, what is stuck, why, and what to press. */
import {html} from '/console/js/lit.js';
import {Asked} from '/console/js/asked.js';
import {events} from '/console/js/events.js';
import {clock} from '/console/js/format.js';
import {shown, status} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {attention} from '/console/js/pages/overview/attention.js';
import {checks} from '/console/js/pages/overview/checks.js';
import {conservation} from '/console/js/pages/overview/conservation.js';
import {guide} from '/console/js/pages/overview/guide.js';
import {due, queues} from '/console/js/pages/overview/queues.js';
import {look, lookAtChecks} from '/console/js/pages/overview/source.js';
import {way} from '/console/js/pages/overview/way.js';

/** While the server tells nothing by itself, and to be sure. */
const EVERY = 5000;
const EVERY_WHILE_LIVE = 30_000;
const CHECKED_EVERY = 30_000;

export function open(app) {
  const seen = new Asked(look, app.redraw, () => (events.areLive ? EVERY_WHILE_LIVE : EVERY));
  const checked = new Asked(lookAtChecks, app.redraw, CHECKED_EVERY);
  const waiting = due(app);
  seen.load();
  checked.load();
  const stopListening = [events.on('overview', overview => seen.take(overview)), events.on('lost', () => seen.load())];
  return {
    title: () => t('overview.title'),
    at: (_, query) => {
      waiting.show(query.get('due'));
      if (query.get('panel') === 'checks') requestAnimationFrame(() => document.querySelector('.checks-of')?.scrollIntoView());
    },
    leave: () => {
      stopListening.forEach(stop => stop());
      seen.stop();
      checked.stop();
      waiting.stop();
    },
    view: () => html`
      <div class="head"><h1 tabindex="-1">${t('overview.title')}</h1>${asOf(seen)}</div>
      ${shown(
        seen,
        overview => html`
          ${way(overview)}
          ${conservation(overview)}
          ${overview.conservation?.requested === 0 ? guide() : ''}
          ${attention(overview.attention, app)}
          ${queues(overview, waiting)}`,
        {rows: 14},
      )}
      ${checks(checked)}`,
  };
}

const asOf = seen =>
  seen.data
    ? html`<p class="as-of">${status(seen.isStale ? 'warn' : events.areLive ? 'good' : 'idle',
        t(events.areLive && !seen.isStale ? 'overview.live' : 'overview.asof', {at: clock(seen.data.at)}))}</p>`
    : '';
