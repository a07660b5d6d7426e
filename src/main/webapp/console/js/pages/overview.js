/** What an operator sees first: is anything lost, what is stuck, why, and what to press. */
import {html, nothing} from '/console/js/lit.js';
import {clock} from '/console/js/format.js';
import {shown, status} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {conservation} from '/console/js/pages/overview/conservation.js';
import {guide} from '/console/js/pages/overview/guide.js';
import {person} from '/console/js/pages/overview/person.js';
import {watch} from '/console/js/pages/overview/watch.js';
import {way} from '/console/js/pages/overview/way.js';

export function open(app) {
  const watched = watch(app.redraw);
  return {
    title: () => t('overview.title'),
    at: () => {},
    leave: () => watched.stop(),
    view: () => html`
      <div class="head"><h1 tabindex="-1">${t('overview.title')}</h1>${asOf(watched.count)}</div>
      ${shown(
        watched.count,
        count => html`
          ${conservation(count)}
          ${count.requested === 0 ? guide() : nothing}
          ${way(count, watched)}`,
        {rows: 10},
      )}
      ${shown(watched.failures, failures => person(failures, watched), {rows: 3})}`,
  };
}

const asOf = count =>
  count.at ? html`<p class="as-of">${status(count.isStale ? 'warn' : 'good', t('overview.asof', {at: clock(new Date(count.at).toISOString())}))}</p>` : nothing;
