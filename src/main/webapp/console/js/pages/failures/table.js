/** The list of failures, and what narrows it. */
import {html, live, nothing, repeat} from '/console/js/lit.js';
import {empty, more, status, when} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {isOpen} from '/console/js/pages/failures/list.js';

const STATES = ['OPEN', 'ASSIGNED', 'RETRIED', 'IGNORED', 'RESOLVED', 'VOID', 'ALL'];
const KINDS = {OPEN: 'bad', ASSIGNED: 'warn', RETRIED: 'busy', IGNORED: 'off', RESOLVED: 'good', VOID: 'off'};

export const stateOf = failure => status(KINDS[failure.state] ?? 'idle', t(`failure.${failure.state}`));

export const filterBar = (filter, change) => html`<form class="filters" role="search" @submit=${event => event.preventDefault()}>
  <label class="field"><span>${t('failures.state')}</span>
    <select @change=${event => change({state: event.target.value})}>${STATES.map(
      state => html`<option value=${state} ?selected=${filter.state === state}>${t(`failure.${state}`)}</option>`,
    )}</select></label>
  <label class="field grow"><span>${t('failures.search')}</span>
    <input type="search" aria-keyshortcuts="/" .value=${live(filter.text)} placeholder=${t('failures.search.hint')}
      @input=${event => change({text: event.target.value})}></label>
  ${filter.deletion
    ? html`<p class="chip">${t('failures.ofdeletion')} <code>${filter.deletion.slice(-12)}</code>
        <button type="button" class="plain" @click=${() => change({deletion: null})}>${t('failures.every')}</button></p>`
    : nothing}
</form>`;

export function table({list, selected, openId, hrefOf, redraw, retrySelected}) {
  const items = list.items;
  if (!items.length) return nothingHere(list.filter);
  const toggle = (id, on) => {
    if (on) selected.add(id);
    else selected.delete(id);
    redraw();
  };
  return html`
    ${selected.size
      ? html`<div class="bulk"><span>${t('failures.selected', {n: selected.size})}</span>
          <button type="button" class="primary" @click=${retrySelected}>${t('failures.retry.act', {n: selected.size})}</button>
          <button type="button" class="plain" @click=${() => {
            selected.clear();
            redraw();
          }}>${t('failures.selectnone')}</button></div>`
      : nothing}
    <table class="cards failures"><thead><tr>
      <th scope="col"><span class="hidden">${t('failures.select')}</span></th>
      <th scope="col">${t('failures.cause')}</th><th scope="col">${t('failures.storage')}</th>
      <th scope="col" class="num">${t('failures.files')}</th><th scope="col" class="num">${t('failures.times')}</th>
      <th scope="col">${t('failures.lastat')}</th><th scope="col">${t('failures.state')}</th>
    </tr></thead><tbody>${repeat(
      items,
      ({id}) => id,
      failure => html`<tr class=${failure.id === openId ? 'open' : ''}>
        <td class="select"><input type="checkbox" aria-label=${t('failures.selectone', {cause: causeOf(failure)})}
          ?disabled=${!isOpen(failure) || failure.kind === 'MESSAGE'} .checked=${live(selected.has(failure.id))}
          @change=${event => toggle(failure.id, event.target.checked)}></td>
        <td class="main"><a data-row href=${hrefOf(failure.id)} aria-current=${failure.id === openId ? 'true' : nothing}>${causeOf(failure)}</a></td>
        <td data-label=${t('failures.storage')}>${failure.storage ? t(`storage.${failure.storage}`) : t(`kind.${failure.kind}`)}</td>
        <td class="num" data-label=${t('failures.files')}>${failure.files || '–'}</td>
        <td class="num" data-label=${t('failures.times')}>${failure.times}</td>
        <td data-label=${t('failures.lastat')}>${when(failure.lastAt)}</td>
        <td data-label=${t('failures.state')}>${stateOf(failure)}</td></tr>`,
    )}</tbody></table>
    ${more(list.asked.data, () => list.more())}`;
}

export const causeOf = failure => failure.cause ?? failure.error ?? t(`kind.${failure.kind}`);

function nothingHere({state, text, deletion}) {
  if (text || deletion) return empty(t('failures.none.filter'), t('failures.none.filter.text'));
  return state === 'OPEN' ? empty(t('failures.none'), t('failures.none.text')) : empty(t('failures.none.state'), t('failures.none.text'));
}
