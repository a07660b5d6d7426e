/** One failure: what it is, what can be done, where its files are now, and everything that has happened to it. */
import {html, nothing} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {bytes, clock, duration, number} from '/console/js/format.js';
import {told} from '/console/js/happened.js';
import {causeText, exactly, facts, note, shown, status, storageText, when} from '/console/js/parts.js';
import {t, word} from '/console/js/words.js';
import {isOpen} from '/console/js/pages/failures/filter.js';
import {causeOf, stateOf} from '/console/js/pages/failures/table.js';

/** Looking at one asks its storages, too. */
const EVERY = 30_000;
const MOST_FILES = 20;
/** What a list has of a failure, too, and changes with it. */
const LISTED = ['state', 'assignee', 'times', 'lastAt'];
const KEYS = {retry: 'r', resolve: 'v', assign: 'a', note: 'm', ignore: 'i'};

export class OneFailure {
  #redraw;

  constructor(redraw) {
    this.#redraw = redraw;
    this.id = null;
    this.asked = null;
  }

  show(id) {
    if (id === this.id) return;
    this.stop();
    this.id = id;
    if (!id) return;
    this.asked = new Asked(() => api.getWithTag(api.path(['admin', 'failures', id])), this.#redraw, EVERY);
    this.asked.load();
  }

  /** Something was done to some failure. */
  again() {
    if (this.id && this.asked.data) this.asked.load();
  }

  /** What a list says now: when that is something else of this one, it is asked for, and else left in peace. */
  compare(items) {
    const now = items.find(({id}) => id === this.id);
    const known = this.asked?.data?.data;
    if (now && known && LISTED.some(name => now[name] !== known[name])) this.asked.refresh();
  }

  stop() {
    this.asked?.stop();
  }

  /** @param act does one of the failure's actions; true for going to the next one after it */
  view({back, next, hrefOf, act}) {
    return html`<article class="one" aria-label=${t('failure.title')}>
      <p class="nav"><a href=${back}>${t('failure.back')}</a>
        ${next ? html`<a href=${hrefOf(next.id)} aria-keyshortcuts="n">${t('failure.next')} <kbd aria-hidden="true">n</kbd></a>` : nothing}</p>
      ${shown(this.asked, present => whole(present, {next, act}), {rows: 8})}
    </article>`;
  }
}

const whole = (present, {next, act}) => {
  const failure = present.data;
  return html`
    <h2 tabindex="-1" data-opened>${causeOf(failure)}</h2>
    <p class="line">${stateOf(failure)} <span class="muted">${failure.error ?? ''}</span></p>
    ${acts(present, {next, act})}
    ${facts([
      [t('failures.storage'), failure.storage && storageText(failure.storage)],
      failure.assignee && [t('failure.assignee'), failure.assignee],
      failure.dueAt && [t('failure.due'), when(failure.dueAt)],
      failure.outcome && [t('failure.outcome'), word('outcome', failure.outcome)],
      [t('failure.first'), when(failure.firstAt)],
      [t('failures.lastat'), when(failure.lastAt)],
      [t('failures.times'), t('failure.times', {n: failure.times})],
      [t('failure.queue'), html`<a href=${to(['redelivery', failure.queue])}>${failure.queue}</a>`],
      failure.deletionId && [
        t('failure.deletion'),
        html`<a href=${to(['deletions', failure.deletionId])}><code>${failure.deletionId}</code></a>
          <a href=${to(['failures'], {state: 'ALL', deletion: failure.deletionId})}>${t('failure.samedeletion')}</a>`,
      ],
    ])}
    ${failure.storages?.length ? html`<h3>${t('failure.storages')}</h3><ul class="answers">${failure.storages.map(answer)}</ul>` : nothing}
    ${files(failure)}
    <h3>${t('failure.timeline')}</h3>
    <ol class="timeline">${(failure.timeline ?? []).map(event)}</ol>
    ${failure.message ? html`<details><summary>${t('failure.message')}</summary><pre>${failure.message}</pre></details>` : nothing}`;
};

function acts({data: failure, tag}, {next, act}) {
  const actions = failure.actions ?? [];
  if (!actions.length) return nothing;
  const [first] = actions;
  const goesOn = Boolean(next) && (first === 'retry' || first === 'resolve');
  return html`
    ${failure.kind === 'MESSAGE' ? html`<p class="hint">${t('failure.noretry')}</p>` : nothing}
    ${failure.alreadyGone && isOpen(failure) ? note('good', t('failure.alreadygone')) : nothing}
    <div class="actions">
      ${actions.map(
        (name, i) => html`<button type="button" class=${i === 0 ? 'primary' : ''} aria-keyshortcuts=${KEYS[name] ?? nothing}
          @click=${() => act(name, {data: failure, tag}, i === 0 && goesOn)}>${t(`act.${name}`)}${i === 0 && goesOn ? ` ${t('act.andnext')}` : ''}
          ${KEYS[name] ? html`<kbd aria-hidden="true">${KEYS[name]}</kbd>` : nothing}</button>`,
      )}
      ${goesOn ? html`<button type="button" @click=${() => act(first, {data: failure, tag}, false)}>${t(`act.${first}`)}</button>` : nothing}
    </div>`;
}

const ANSWERS = {PRESENT: 'bad', PARTLY: 'warn', OTHER: 'warn', GONE: 'good', UNAVAILABLE: 'off'};

const answer = ({storage, answer: code, asked, present, gone, other, detail}) => html`<li>
  <b>${storageText(storage)}</b> ${status(ANSWERS[code] ?? 'idle', word('answer', code))}
  <span class="hint">${asked > 1 ? t('answer.of', {asked, present, gone: gone + other}) : ''} ${detail ?? ''}</span></li>`;

function files({affected = [], files: n}) {
  if (!affected.length) return nothing;
  return html`<h3>${t('failure.files', {n})}</h3>
    <ul class="files">${affected.slice(0, MOST_FILES).map(
      file => html`<li><span>${file.filename ?? word('file', file.kind)}
          <span class="hint">${[file.filename && file.kind !== 'ORIGINAL' ? word('file', file.kind) : '', file.bytes ? bytes(file.bytes) : ''].filter(Boolean).join(' · ')}</span></span>
        <code title="${t('failure.photo')} ${file.photoId}">${file.fileKey}</code>
        <span class="on">${(file.on ?? []).map(({storage, answer: code}) => status(ANSWERS[code] ?? 'idle', storageText(storage)))}</span></li>`,
    )}</ul>
    ${n > MOST_FILES ? html`<p class="hint">${t('failure.morefiles', {n: n - Math.min(MOST_FILES, affected.length)})}</p>` : nothing}`;
}

const SHAPES = {'attempt failed': '✕', 'failed in its chunk': '✕', 'dead letter': '■', retried: '↻', resolved: '✓', ignored: '–', assigned: '→', note: '✎'};

const HELD = 'held until ';

export const eventText = what => (what.startsWith(HELD) ? t('event.held', {at: clock(what.slice(HELD.length))}) : word('event', what));

export const eventDetail = ({what, detail, facts, attempt}) => (attempt ? `${causeText(attempt.cause)}: ${attempt.error}` : told(what, detail, facts));

const event = ({at, what, actor, detail, facts, attempt}) => html`<li>
  <span class="shape" aria-hidden="true">${SHAPES[what] ?? '●'}</span>
  <div><p><b>${eventText(what)}</b> <span class="muted">${exactly(at)}${actor ? html` · ${actor}` : nothing}${
      attempt ? html` · ${duration(attempt.tookMillis)}${attempt.round > 1 ? html` · ${t('event.round', {n: number(attempt.round)})}` : nothing}` : nothing}</span></p>
  ${detail ? html`<p class="detail">${eventDetail({what, detail, facts, attempt})}</p>` : nothing}</div></li>`;
