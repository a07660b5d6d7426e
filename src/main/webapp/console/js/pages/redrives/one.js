/** One redrive: its progress, what it waits for, what came of each, and pause, resume, cancel. */
import {html, nothing, repeat} from '/console/js/lit.js';
import {change, to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {parts} from '/console/js/charts.js';
import {ask} from '/console/js/dialog.js';
import {duration, number} from '/console/js/format.js';
import {Listing} from '/console/js/listing.js';
import {causeText, choice, exactly, facts, note, reasonField, shown, storageText, when} from '/console/js/parts.js';
import {phrase, t} from '/console/js/words.js';
import {filterText, outcomeOf, OUTCOMES, progress, segments, stateOf} from '/console/js/pages/redrives/words.js';

const OFTEN = 1500;
const SELDOM = 15_000;
const isOver = ({state}) => state === 'COMPLETED' || state === 'CANCELLED';
const isMoving = redrive => redrive && (redrive.state === 'RUNNING' || redrive.counts.sent > 0);

export class OneRedrive {
  #app;
  #outcome = null;

  constructor(app, id) {
    this.#app = app;
    this.id = id;
    this.asked = new Asked(() => api.get(this.#path()), app.redraw, redrive => (isMoving(redrive) ? OFTEN : SELDOM));
    this.asked.load();
    this.items = null;
  }

  #path(...more) {
    return api.path(['admin', 'redrives', this.id, ...more]);
  }

  at(query) {
    const outcome = query.get('outcome') ?? '';
    if (outcome === this.#outcome) return;
    this.#outcome = outcome;
    this.items?.stop();
    this.items = new Listing(
      cursor => api.get(api.path(['admin', 'redrives', this.id, 'items'], {outcome, limit: 50, cursor})),
      this.#app.redraw,
      {every: 4000, key: ({position}) => position},
    );
  }

  stop() {
    this.asked.stop();
    this.items?.stop();
  }

  view() {
    const redrive = this.asked.data;
    return html`<p class="nav"><a href=${to(['redrives'])}>${t('redrives.back')}</a></p>
      <div class="head"><h1 tabindex="-1">${redrive ? redrive.reason : t('redrives.one')}</h1>
        ${redrive ? html`<div class="acts">${this.#acts(redrive)}</div>` : nothing}</div>
      ${shown(this.asked, data => this.#document(data), {rows: 6})}
      ${this.#outcomes()}`;
  }

  #acts({state, counts}) {
    return html`
      ${state === 'RUNNING' ? html`<button type="button" aria-keyshortcuts="p" @click=${() => this.#do('pause')}>${t('redrive.pause')} <kbd aria-hidden="true">p</kbd></button>` : nothing}
      ${state === 'PAUSED' || state === 'STOPPED'
        ? html`<button type="button" class="primary" aria-keyshortcuts="p" @click=${() => this.#do('resume')}>${t('redrive.resume')} <kbd aria-hidden="true">p</kbd></button>`
        : nothing}
      ${isOver({state}) ? nothing : html`<button type="button" @click=${() => this.#cancel(counts.waiting)}>${t('redrive.cancel')}…</button>`}`;
  }

  async #do(what) {
    const done = await ask({
      title: t(`redrive.${what}.title`),
      body: reasonField(),
      act: t(`redrive.${what}`),
      run: async form => {
        this.asked.take(await api.post(this.#path(what), {reason: form.get('reason')}));
      },
    });
    if (done) this.#app.say(t(`redrive.${what}.done`));
    else this.asked.load();
  }

  async #cancel(n) {
    const done = await ask({
      title: t('redrive.cancel.title', {n}),
      body: html`<p>${t('redrive.cancel.body')}</p>${reasonField()}`,
      act: t('redrive.cancel.act', {n}),
      danger: true,
      run: async form => {
        this.asked.take(await api.remove(api.path(['admin', 'redrives', this.id], {reason: form.get('reason')})));
      },
    });
    if (done) this.items.asked.load();
  }

  #document(redrive) {
    const {counts, run, step, ratePerSecond, ramp, stopAtFailureRatio, secondsLeft} = redrive;
    return html`
      <p class="line">${stateOf(redrive)} <b>${progress(counts)}</b>
        ${secondsLeft === undefined || redrive.state !== 'RUNNING' ? nothing : html`<span class="muted">${t('redrive.left', {time: duration(secondsLeft * 1000)})}</span>`}</p>
      <div class="big">${parts(segments(counts))}</div>
      <ul class="legend">${['succeeded', 'failedAgain', 'skipped', 'sent', 'waiting'].map(
        (name, i) => html`<li class="key ${segments(counts)[i].kind}"><b>${number(counts[name])}</b> ${t(`redrive.count.${name}`)}</li>`,
      )}</ul>
      ${this.#situation(redrive)}
      ${facts([
        [t('redrives.of'), filterText(redrive.filter)],
        [t('redrive.rate'), t('redrive.persecond', {n: ratePerSecond})],
        [t('redrive.ramp'), ramp.length ? `${ramp.map(number).join(', ')} …` : t('redrive.noramp')],
        [t('redrive.stop'), t('redrive.stopat', {percent: number(stopAtFailureRatio * 100)})],
        run && [t('redrive.ratio'), t('redrive.ratio.now', {percent: number(Math.round(run.failureRatio * 1000) / 10), n: run.failedAgain, of: run.succeeded + run.failedAgain})],
        [t('redrives.by'), redrive.createdBy],
        [t('redrives.at'), exactly(redrive.createdAt)],
        redrive.endedAt && [t('redrive.ended'), exactly(redrive.endedAt)],
        step && [t('redrive.step'), t('redrive.step.of', {n: step.number, of: step.of, sent: step.sent, size: step.size})],
      ])}`;
  }

  #situation({state, run, stopAtFailureRatio, waitsFor = [], changedBy, changedAt, changedBecause}) {
    if (state === 'STOPPED') return note('bad', html`<p>${t('redrive.stopped', {n: run.failedAgain, of: run.succeeded + run.failedAgain, percent: number(stopAtFailureRatio * 100)})}</p><p class="hint">${t('redrive.stopped.hint')}</p>`);
    if (state === 'PAUSED') return note('warn', html`${t('redrive.paused', {who: changedBy ?? ''})} ${when(changedAt)} ${changedBecause ? html`“${changedBecause}”` : nothing}`);
    return waitsFor.map(({what, queue}) =>
      what === 'QUEUE'
        ? note('warn', html`${t('redrive.waits.QUEUE', {queue})} <a href=${to(['storages'])}>${t('storages.title')}</a>`)
        : note('busy', t('redrive.waits.OUTCOMES')),
    );
  }

  #outcomes() {
    return html`<section class="history"><h2>${t('redrive.items')}</h2>
      <form class="filters" @submit=${event => event.preventDefault()}>${choice({
        label: t('redrive.outcome'),
        value: this.#outcome,
        options: [['', t('redrives.any')], ...OUTCOMES.map(code => [code, t(`outcome.${code}`)])],
        change: outcome => change({outcome}),
      })}</form>
      ${this.items.news()}
      ${shown(this.items.asked, data => (data.items.length ? table(data.items) : html`<p class="muted">${t('redrive.items.none')}</p>`), {rows: 4})}
      ${this.items.rest()}</section>`;
  }
}

const table = items => html`<table class="cards"><thead><tr>
    <th scope="col" class="num">${t('redrive.position')}</th><th scope="col">${t('redrive.failure')}</th><th scope="col">${t('redrive.storage')}</th>
    <th scope="col">${t('redrive.outcome')}</th><th scope="col">${t('redrive.sent')}</th><th scope="col">${t('redrive.ended')}</th>
  </tr></thead><tbody>${repeat(
    items,
    ({position}) => position,
    item => html`<tr>
      <td class="num" data-label=${t('redrive.position')}>${number(item.position)}</td>
      <td class="main"><a data-row href=${to(['failures', item.failureId], {state: 'ALL'})}>${causeText(item.cause)}</a></td>
      <td data-label=${t('redrive.storage')}>${item.storage ? storageText(item.storage) : '–'}</td>
      <td data-label=${t('redrive.outcome')}>${outcomeOf(item.outcome)} ${item.why ? html`<span class="detail">${phrase('why', item.why)}</span>` : nothing}</td>
      <td data-label=${t('redrive.sent')}>${when(item.sentAt)}</td>
      <td data-label=${t('redrive.ended')}>${when(item.endedAt)}</td></tr>`,
  )}</tbody></table>`;
