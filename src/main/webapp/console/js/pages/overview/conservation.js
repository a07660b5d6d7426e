/** The sum that must hold: everything that was requested is somewhere. */
import {html, nothing} from '/console/js/lit.js';
import {number} from '/console/js/format.js';
import {parts} from '/console/js/charts.js';
import {status, when} from '/console/js/parts.js';
import {t} from '/console/js/words.js';

export function conservation({conservation: count}) {
  if (!count) return nothing;
  const terms = [
    ['gone', count.gone.main + count.gone.backup],
    ['waiting', count.waiting],
    ['failed', count.failed],
    ['waived', count.waived],
  ].filter(([kind, value]) => value > 0 || kind !== 'waived');
  return html`<section class="conservation ${count.addsUp ? '' : 'wrong'}" aria-label=${t('conservation.title')}>
    <p class="sum"><span class="term"><b>${number(count.requested)}</b> <span>${t('conservation.requested', {n: count.requested})}</span></span>
      ${terms.map(
        ([kind, value], i) =>
          html`<span class="term"><span class="sign">${i === 0 ? '=' : '+'}</span> <b class=${value ? kind : ''}>${number(value)}</b>
            <span>${t(`conservation.${kind}`)}</span>${kind === 'waiting' && count.inFlightMessages ? html` <span class="hint">${t('conservation.inflight', {n: count.inFlightMessages})}</span>` : nothing}</span> `,
      )}
      ${count.addsUp ? status('good', t('conservation.addsup')) : status('bad', count.difference ? t('conservation.wrong', {n: count.difference}) : t('conservation.lost', {n: count.lost}))}
      <span class="hint">${t('conservation.counted')} ${when(count.at)}</span></p>
    ${count.requested ? parts(terms.map(([kind, value]) => ({kind, value}))) : nothing}
  </section>`;
}
