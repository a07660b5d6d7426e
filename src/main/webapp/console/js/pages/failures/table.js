/** The list of failures. */
import {html, live, nothing, repeat} from '/console/js/lit.js';
import {number} from '/console/js/format.js';
import {causeText, choice, empty, shown, status, storageText, when} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {isNarrowed, isOpen, SORTS} from '/console/js/pages/failures/filter.js';

const KINDS = {OPEN: 'bad', ASSIGNED: 'warn', RETRIED: 'busy', IGNORED: 'off', RESOLVED: 'good', VOID: 'off'};

export const stateOf = ({state, overdue, assignee, isGone}) =>
  isGone && isOpen({state})
    ? status('off', t('failure.settled'))
    : overdue
    ? status('bad', t('failure.overdue', {assignee}))
    : status(KINDS[state] ?? 'idle', state === 'ASSIGNED' && assignee ? t('failure.assignedto', {assignee}) : t(`failure.${state}`));

export const order = (filter, change) =>
  choice({label: t('failures.sort'), value: filter.sort, options: SORTS.map(sort => [sort, t(`sort.${sort}`)]), change: sort => change({sort})});

export const table = ({listing, filter, selected, openId, hrefOf, redraw}) => html`
  ${listing.news()}
  ${shown(listing.asked, data => (data.items.length ? rows({data, selected, openId, hrefOf, redraw}) : nothingHere(filter)), {rows: 8})}
  ${listing.rest()}`;

function rows({data, selected, openId, hrefOf, redraw}) {
  const toggle = (id, on) => {
    if (on) selected.add(id);
    else selected.delete(id);
    redraw();
  };
  const all = data.items.every(({id}) => selected.has(id));
  return html`<table class="cards failures"><thead><tr>
      <th scope="col"><input type="checkbox" aria-label=${t('failures.selectall')} .checked=${live(all)}
        @change=${event => data.items.forEach(({id}) => toggle(id, event.target.checked))}></th>
      <th scope="col">${t('failures.what')}</th><th scope="col">${t('failures.storage')}</th>
      <th scope="col" class="num">${t('failures.files')}</th><th scope="col" class="num">${t('failures.times')}</th>
      <th scope="col">${t('failures.lastat')}</th><th scope="col">${t('failures.state')}</th>
    </tr></thead><tbody>${repeat(
      data.items,
      ({id}) => id,
      failure => html`<tr class="${failure.id === openId ? 'open' : ''} ${failure.isGone ? 'left' : ''}">
        <td class="select"><input type="checkbox" aria-label=${t('failures.selectone', {cause: causeOf(failure)})}
          .checked=${live(selected.has(failure.id))} @change=${event => toggle(failure.id, event.target.checked)}></td>
        <td class="main"><a data-row href=${hrefOf(failure.id)} aria-current=${failure.id === openId ? 'true' : nothing}>${causeOf(failure)}</a>
          <span class="detail">${failure.error ?? ''}</span></td>
        <td data-label=${t('failures.storage')}>${failure.storage ? storageText(failure.storage) : t(`kind.${failure.kind}`)}</td>
        <td class="num" data-label=${t('failures.files')}>${failure.files ? number(failure.files) : '–'}</td>
        <td class="num" data-label=${t('failures.times')}>${number(failure.times)}</td>
        <td data-label=${t('failures.lastat')}>${when(failure.lastAt)}</td>
        <td data-label=${t('failures.state')}>${stateOf(failure)}</td></tr>`,
    )}</tbody></table>`;
}

export const causeOf = failure => (failure.cause ? causeText(failure.cause) : (failure.error ?? t(`kind.${failure.kind}`)));

function nothingHere(filter) {
  if (isNarrowed(filter)) return empty(t('failures.none.filter'), t('failures.none.filter.text'));
  return filter.state === 'TODO' ? empty(t('failures.none'), t('failures.none.text')) : empty(t('failures.none.state'), t('failures.none.text'));
}
