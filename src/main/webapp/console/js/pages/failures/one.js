/** One failure: what it is, what can be done, and everything that has happened to it. */
import {html, nothing} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {exactly, facts, shown, when} from '/console/js/parts.js';
import {knows, t} from '/console/js/words.js';
import {isOpen} from '/console/js/pages/failures/list.js';
import {causeOf, stateOf} from '/console/js/pages/failures/table.js';

const EVERY = 5000;
const MOST_FILES = 20;

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
    this.asked = new Asked(() => api.get(api.path(['admin', 'failures', id])), this.#redraw, EVERY);
    this.asked.load();
  }

  put(changed) {
    if (this.asked && changed.id === this.id) this.asked.load();
  }

  stop() {
    this.asked?.stop();
  }

  view({back, next, hrefOf, retry, retryAndNext}) {
    return html`<article class="one" aria-label=${t('failure.title')}>
      <p class="nav"><a href=${back}>${t('failure.back')}</a>
        ${next ? html`<a href=${hrefOf(next.id)} aria-keyshortcuts="n">${t('failure.next')}</a>` : nothing}</p>
      ${shown(this.asked, failure => whole(failure, {next, retry, retryAndNext}), {rows: 8})}
    </article>`;
  }
}

const whole = (failure, {next, retry, retryAndNext}) => html`
  <h2 tabindex="-1" data-opened>${causeOf(failure)}</h2>
  <p class="line">${stateOf(failure)} <span class="muted">${failure.error ?? ''}</span></p>
  ${acts(failure, {next, retry, retryAndNext})}
  ${facts([
    [t('failures.storage'), failure.storage && t(`storage.${failure.storage}`)],
    [t('failure.queue'), html`<a href=${to(['redelivery', failure.queue])}>${failure.queue}</a>`],
    [t('failure.first'), when(failure.firstAt)],
    [t('failures.lastat'), when(failure.lastAt)],
    [t('failures.times'), t('failure.times', {n: failure.times})],
    failure.deletionId && [
      t('failure.deletion'),
      html`<a href=${to(['failures'], {state: 'ALL', deletion: failure.deletionId})} title=${t('failure.samedeletion')}><code>${failure.deletionId}</code></a>`,
    ],
  ])}
  ${failure.message ? html`<h3>${t('failure.message')}</h3><pre>${failure.message}</pre>` : nothing}
  ${files(failure)}
  <h3>${t('failure.timeline')}</h3>
  <ol class="timeline">${(failure.timeline ?? []).map(event)}</ol>`;

function acts(failure, {next, retry, retryAndNext}) {
  if (!isOpen(failure)) return nothing;
  if (failure.kind === 'MESSAGE') return html`<p class="hint">${t('failure.noretry')}</p>`;
  return html`<div class="actions">
    <button type="button" class="primary" aria-keyshortcuts="r" @click=${() => (next ? retryAndNext(failure.id) : retry(failure.id))}>
      ${next ? t('failure.retrynext') : t('failure.retry')} <kbd aria-hidden="true">r</kbd></button>
    ${next ? html`<button type="button" @click=${() => retry(failure.id)}>${t('failure.retry')}</button>` : nothing}
  </div>`;
}

function files({affected = [], files: n}) {
  if (!affected.length) return nothing;
  return html`<h3>${t('failure.files', {n})}</h3>
    <ul class="files">${affected.slice(0, MOST_FILES).map(({fileKey, photoId}) => html`<li title="${t('failure.photo')} ${photoId}"><code>${fileKey}</code></li>`)}</ul>
    ${n > MOST_FILES ? html`<p class="hint">${t('failure.morefiles', {n: n - MOST_FILES})}</p>` : nothing}`;
}

const SHAPES = {'attempt failed': '✕', 'failed in its chunk': '✕', 'dead letter': '■', retried: '↻', resolved: '✓'};

const event = ({at, what, actor, detail}) => html`<li>
  <span class="shape" aria-hidden="true">${SHAPES[what] ?? '●'}</span>
  <div><p><b>${knows(`event.${what}`) ? t(`event.${what}`) : what}</b> <span class="muted">${exactly(at)}${actor ? html` · ${actor}` : nothing}</span></p>
  ${detail ? html`<p class="detail">${detail}</p>` : nothing}</div></li>`;
