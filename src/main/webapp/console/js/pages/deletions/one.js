/** One deletion: how far it is on each storage, what failed, how long it can be taken back, and what happened when. */
import {html, nothing} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {parts} from '/console/js/charts.js';
import {duration, number} from '/console/js/format.js';
import {told} from '/console/js/happened.js';
import {causeText, exactly, facts, note, shown, status, storageText, when} from '/console/js/parts.js';
import {phrase, t, word} from '/console/js/words.js';
import {isOver, segments, stateOf, whatText} from '/console/js/pages/deletions/words.js';

const OFTEN = 3000;
const SELDOM = 30_000;

export class OneDeletion {
  constructor(app, id) {
    this.id = id;
    this.asked = new Asked(() => api.get(api.path(['admin', 'deletions', id])), app.redraw, found => (found && isOver(found) ? SELDOM : OFTEN));
    this.asked.load();
  }

  stop() {
    this.asked.stop();
  }

  view() {
    const found = this.asked.data;
    return html`<p class="nav"><a href=${to(['deletions'])}>${t('deletions.back')}</a></p>
      <div class="head"><h1 tabindex="-1">${found ? whatText(found) : t('deletions.one')}</h1></div>
      ${shown(this.asked, whole, {rows: 10})}`;
  }
}

const whole = found => html`
  <p class="line">${stateOf(found)} <code class="muted">${found.id}</code></p>
  ${window_(found)}
  ${found.state === 'HELD' ? note('warn', html`${t('deletions.held')} ${phrase('why', found.heldBecause ?? '')} ${found.heldUntil ? html`${t('deletions.helduntil')} ${when(found.heldUntil)}` : nothing}`) : nothing}
  <div class="two even">
    <section><h2>${t('deletions.progress')}</h2>
      <ul class="progress">${found.storages.map(storage)}</ul>
      ${failures(found)}
      <h3>${t('deletions.figures')}</h3>
      ${facts([
        [t('deletions.owner'), found.owner?.login],
        [t('deletions.nphotos'), number(found.photos)],
        [t('deletions.nfiles'), number(found.files.requested)],
        [t('deletions.at'), exactly(found.requestedAt)],
        found.completedAt && [t('deletions.completed'), exactly(found.completedAt)],
        found.completedAt && [t('deletions.took'), duration(new Date(found.completedAt) - new Date(found.requestedAt))],
        found.albumId && [t('deletions.album'), html`<code>${found.albumId}</code>`],
        found.callback && [t('deletions.callback'), html`${word('callback', found.callback.state)}${found.callback.lastError ? html` <span class="detail">${found.callback.lastError}</span>` : nothing}`],
      ])}</section>
    <section class="seen"><h2>${t('deletions.timeline')}</h2>
      ${found.timelineComplete ? nothing : html`<p class="hint">${t('deletions.leftoff', {n: found.timeline.length})}</p>`}
      <ol class="timeline">${found.timeline.map(event)}</ol></section>
  </div>`;

function window_({restorableUntil, state}) {
  if (!restorableUntil || state !== 'REQUESTED') return nothing;
  const left = new Date(restorableUntil) - Date.now();
  return left > 0 ? note('busy', html`<b>${t('deletions.restorable', {left: duration(left)})}</b> ${exactly(restorableUntil)} <span class="hint">${t('deletions.restorable.who')}</span>`) : nothing;
}

const storage = one => html`<li><p><b>${storageText(one.storage)}</b> <span>${t('deletions.goneof', {n: one.gone, of: one.requested})}</span>
    ${one.gone === one.requested && one.requested ? status('good', t('deletions.allgone')) : nothing}</p>
  <div class="big">${parts(segments(one))}</div>
  <p class="hint">${[
    one.waiting ? t('deletions.waiting', {n: one.waiting}) : '',
    one.failed ? t('deletions.nfailed', {n: one.failed}) : '',
    one.waived ? t('deletions.waived', {n: one.waived}) : '',
    one.failedAttempts ? t('deletions.attempts', {n: one.failedAttempts}) : '',
  ].filter(Boolean).join(' · ')}</p></li>`;

function failures({failures: list, id}) {
  if (!list?.length) return nothing;
  return html`<h3>${t('deletions.whatfailed')}</h3><ul class="rows plain">${list.map(
    one => html`<li><a data-row href=${one.failures === 1 ? to(['failures', one.latestId], {state: 'ALL'}) : to(['failures'], {deletion: id, cause: one.cause, state: 'ALL'})}>${causeText(one.cause)}</a>
      <span class="side">${one.storage ? storageText(one.storage) : ''} · ${t('deletions.nfailures', {n: one.failures})} · ${word('failure', one.state)}</span></li>`,
  )}</ul>`;
}

const SHAPES = {requested: '●', held: '▲', confirmed: '✓', cancelled: '–', restored: '↺', 'window-ends': '○', 'attempts-failed': '✕', 'failure-dead-letter': '■', 'failure-retried': '↻', 'failure-assigned': '→',
  'failure-note': '✎', 'failure-ignored': '–', 'failure-resolved': '✓', completed: '✓', 'completed-with-failures': '✕'};

const OF_FAILURE = 'failure-';

/** What is told of it: what somebody wrote is left as it is. */
function said({what, detail, facts}) {
  if (what === 'requested') return word('deletionkind', detail);
  if (what.startsWith(OF_FAILURE) && !(facts?.count > 1)) return told(what.slice(OF_FAILURE.length).replaceAll('-', ' '), detail, facts);
  if (!facts) return detail;
  const {count: n, storage, cause} = facts;
  return cause
    ? t('deletions.together', {n, where: storage ? storageText(storage) : t('deletions.planning'), cause: causeText(cause)})
    : t('deletions.nfailures', {n});
}

const event = ({at, what, actor, detail, facts}) => html`<li><span class="shape" aria-hidden="true">${SHAPES[what] ?? '●'}</span>
  <div><p><b>${word('deletionevent', what)}</b> <span class="muted">${exactly(at)}${actor ? html` · ${actor}` : nothing}</span></p>
  ${detail ? html`<p class="detail">${said({what, detail, facts})}</p>` : nothing}</div></li>`;
