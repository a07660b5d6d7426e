/** Failures put together by cause and storage: how many, since when, and whether they grow. */
import {html, nothing, repeat} from '/console/js/lit.js';
import {sparkline} from '/console/js/charts.js';
import {number} from '/console/js/format.js';
import {causeText, empty, shown, storageText, when} from '/console/js/parts.js';
import {t} from '/console/js/words.js';

/** @param counts of everything that matches, whatever the group; @param hrefOf the address of a group, null for all of them */
export const groups = ({listing, counts, chosen, hrefOf, isNarrowed}) => html`
  ${listing.news()}
  ${shown(
    listing.asked,
    data =>
      data.items.length
        ? html`<ul class="groups">
            <li class=${chosen ? '' : 'open'}><a href=${hrefOf(null)} aria-current=${chosen ? nothing : 'true'}>${t('groups.all')}</a>
              <b class="n">${counts ? number(counts.matching) : ''}</b></li>
            ${repeat(data.items, ({id}) => id, group => one(group, chosen, hrefOf))}</ul>
            ${listing.rest()}`
        : isNarrowed
          ? empty(t('failures.none.filter'), t('failures.none.filter.text'))
          : empty(t('failures.none'), t('failures.none.text')),
    {rows: 6},
  )}`;

const one = (group, chosen, hrefOf) => html`<li class=${group.id === chosen ? 'open' : ''}>
  <a href=${hrefOf(group.id)} aria-current=${group.id === chosen ? 'true' : nothing}>${causeText(group.cause)}</a>
  <b class="n">${number(group.isGone ? 0 : group.failures)}</b>
  <span class="of">${group.storage ? storageText(group.storage) : t(`kind.${group.kind}`)} · ${t('failures.nfiles', {n: group.files})} · ${when(group.lastAt)}</span>
  <span class="trend" title=${t('groups.trend')}>${sparkline(group.trend)}</span></li>`;
