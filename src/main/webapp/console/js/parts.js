/** Small templates that every page uses. */
import {html, nothing} from '/console/js/lit.js';
import {age, clockWithZone, moment} from '/console/js/format.js';
import {problemText} from '/console/js/problems.js';
import {t, word} from '/console/js/words.js';

const SHAPES = {good: '✓', bad: '✕', warn: '▲', busy: '●', idle: '○', off: '–'};

/** Age to read, the moment itself on hover. */
export const when = iso =>
  iso ? html`<time datetime=${iso} title=${moment(iso)}>${age(iso)}</time>` : html`<span class="muted">–</span>`;

/** The moment to read, with its zone; its age on hover. */
export const exactly = iso => html`<time datetime=${iso} title="${moment(iso)} · ${age(iso)}">${clockWithZone(iso)}</time>`;

/** A state is a word and a shape, never a colour alone. */
export const status = (kind, text) =>
  html`<span class="status ${kind}"><span class="shape" aria-hidden="true">${SHAPES[kind]}</span>${text}</span>`;

/** A line about something, with what to do about it. */
export const note = (kind, text, ...acts) =>
  html`<div class="note ${kind}"><span class="shape" aria-hidden="true">${SHAPES[kind]}</span>
    <div>${text}</div>${acts.length ? html`<div class="acts">${acts}</div>` : nothing}</div>`;

/** Why something failed, in words where there are any. */
export const causeText = cause => (cause ? word('cause', cause) : '–');

export const storageText = storage => word('storage', storage);

/**
 * A list or a document in its four states.
 * @param rows how many lines the skeleton has, so that nothing jumps when the answer comes
 */
export function shown(asked, view, {rows = 6} = {}) {
  if (asked.data !== undefined) {
    return html`${asked.error && asked.error.status !== 0 ? failed(asked) : nothing}
      <div class=${asked.isStale ? 'stale' : ''}>${view(asked.data)}</div>`;
  }
  if (asked.error) return failed(asked);
  return html`<div class="skeleton" role="status"><span class="hidden">${t('state.loading')}</span>
    ${Array.from({length: rows}, () => html`<div class="bone"></div>`)}</div>`;
}

const failed = asked =>
  note('bad', html`<p role="alert">${problemText(asked.error)}</p>`, html`<button type="button" @click=${() => asked.load()}>
    ${t('state.again')}</button>`);

/** Nothing is there: what would be, and how it gets here. */
export const empty = (title, text) => html`<div class="empty"><p class="empty-title">${title}</p><p>${text}</p></div>`;

export const facts = pairs =>
  html`<dl class="facts">${pairs
    .filter(pair => pair && pair[1] !== undefined && pair[1] !== null)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;

/** A label, a control, what it means, and what is wrong with it. */
export const field = ({label, control, hint, error, id}) =>
  html`<div class="field ${error ? 'wrong' : ''}"><label for=${id}>${label}</label>${control}
    ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}</div>`;

/** A choice of a filter. */
export const choice = ({label, value, options, change}) =>
  html`<label class="field"><span>${label}</span><select @change=${event => change(event.target.value)}>${options.map(
    ([code, text]) => html`<option value=${code} ?selected=${code === value}>${text}</option>`,
  )}</select></label>`;

/** What narrows a list without a field of its own, and how to be rid of it. */
export const chip = (text, away, remove) =>
  html`<p class="chip">${text} <button type="button" class="plain" aria-label=${away} title=${away} @click=${remove}>✕</button></p>`;

/** Pages of one kind. @param list of [address, text, whether it is the present one] */
export const tabs = (label, list) =>
  html`<nav class="tabs" aria-label=${label}>${list.map(
    ([href, text, isPresent]) => html`<a href=${href} aria-current=${isPresent ? 'page' : nothing}>${text}</a>`,
  )}</nav>`;

/** The next page of a list, added below. */
export const more = (list, again) =>
  list.nextCursor ? html`<p class="more"><button type="button" @click=${again}>${t('state.more')}</button></p>` : nothing;

export const reasonField = () =>
  html`<label class="field"><span>${t('dialog.reason')}</span>
    <textarea name="reason" required minlength="3" maxlength="500" rows="2"></textarea>
    <span class="hint">${t('dialog.reason.hint')}</span></label>`;
