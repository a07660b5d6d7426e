/** One storage: how it answered, what its breaker did and why, and what a person can do about it. */
import {html, nothing} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';
import {Conditional} from '/console/js/conflict.js';
import {ask} from '/console/js/dialog.js';
import {duration, exactDuration, number, parseDuration} from '/console/js/format.js';
import {empty, exactly, facts, note, reasonField, shown, storageText, when} from '/console/js/parts.js';
import {t, word} from '/console/js/words.js';
import {breakerState, gate, health, latency, limitText, next, reason} from '/console/js/pages/storages/breaker.js';

const EVERY = 5000;
const LIMITS = ['errors', 'windowMillis', 'probeIntervalMillis', 'longestProbeIntervalMillis', 'successes'];

export class OneStorage {
  #app;

  constructor(app, storage) {
    this.#app = app;
    this.storage = storage;
    this.asked = new Asked(() => api.getWithTag(this.#path()), app.redraw, EVERY);
    this.asked.load();
  }

  #path(...more) {
    return api.path(['admin', 'storages', this.storage, ...more]);
  }

  stop() {
    this.asked.stop();
  }

  view() {
    const present = this.asked.data;
    return html`<p class="nav"><a href=${to(['storages'])}>${t('storages.back')}</a></p>
      <div class="head"><h1 tabindex="-1">${storageText(this.storage)}</h1>
        ${present ? html`<div class="acts">${this.#acts(present)}</div>` : nothing}</div>
      ${shown(this.asked, ({data}) => this.#document(data), {rows: 12})}`;
  }

  #acts(present) {
    const {breaker} = present.data;
    const isHeld = breaker.state !== 'CLOSED';
    return html`
      <button type="button" @click=${() => this.#act('probe')}>${t('storages.probe')}</button>
      ${this.#app.has('admin') ? html`<button type="button" aria-keyshortcuts="e" @click=${() => this.#limits(present)}>${t('storages.limits')} <kbd aria-hidden="true">e</kbd></button>` : nothing}
      ${isHeld && !breaker.closesByItself ? nothing : html`<button type="button" @click=${() => this.#act('open')}>${t('storages.open')}</button>`}
      ${isHeld ? html`<button type="button" class="primary" @click=${() => this.#act('close')}>${t('storages.close')}</button>` : nothing}`;
  }

  #document({health: found, removals, queue, breaker, probes, history}) {
    return html`
      <p class="line">${health(found)} ${breakerState(breaker)}</p>
      ${breaker.state === 'CLOSED'
        ? html`<p class="hint">${gate(breaker)}</p>`
        : note(breaker.state === 'OPEN' ? 'bad' : 'warn', html`<p><b>${gate(breaker)}</b></p><p class="detail">${reason(breaker)}</p>`)}
      ${found.error ? html`<p class="error">${found.error}</p>` : nothing}
      <div class="two even">
        <section><h2>${t('storages.now')}</h2>${facts([
          ...next(breaker),
          [t('storages.persecond'), t('storages.rate', {n: Math.round(removals.perSecond * 10) / 10})],
          [t('storages.lastminute'), number(removals.lastMinute)],
          [t('storages.latency'), found.at ? duration(found.tookMillis) : '–'],
          [t('storages.probed'), when(found.at)],
          [t('storages.queue'), html`<a href=${to(['redelivery', queue.name])}>${queue.name}</a>`],
          queue.messages && [t('storages.messages'), `${number(queue.messages.ready)} · ${number(queue.messages.inFlight)} · ${number(queue.messages.waiting)}`],
          [t('failures.title'), html`<a href=${to(['failures'], {storage: this.storage})}>${t('storages.failures')}</a>`],
        ])}
        <h3>${t('storages.limits')}</h3>${facts(LIMITS.map(name => [t(`limit.${name}`), limitText(name, breaker.limits[name])]))}
        <p class="hint">${breaker.limitsVersion ? t('limit.version', {n: breaker.limitsVersion}) : t('limit.ofnode')}</p></section>
        <section class="seen"><h2>${t('storages.probes')}</h2>${this.#probes(probes)}</section>
      </div>
      <section class="history"><h2>${t('storages.history')}</h2>
        ${history.length
          ? html`<ol class="timeline">${history.map(
              ({at, state, why, by}) => html`<li><span class="shape" aria-hidden="true">${{OPEN: '✕', HALF_OPEN: '▲', CLOSED: '✓'}[state]}</span>
                <div><p><b>${word('breaker', state)}</b> <span class="muted">${exactly(at)} · ${by === 'system' ? t('storages.byitself') : by}</span></p>
                <p class="detail">${reason({why, by})}</p></div></li>`,
            )}</ol>`
          : empty(t('storages.history.none'), t('storages.history.none.text'))}</section>`;
  }

  #probes(probes) {
    if (!probes.length) return html`<p class="muted">${t('storages.probes.none')}</p>`;
    return html`${latency(probes)}
      <div class="scroll" tabindex="0" role="group" aria-label=${t('storages.probes')}><table><thead><tr>
        <th scope="col">${t('storages.at')}</th><th scope="col" class="num">${t('storages.took')}</th><th scope="col">${t('storages.said')}</th></tr></thead>
      <tbody>${probes.map(
        ({at, tookMillis, error}) => html`<tr><td>${exactly(at)}</td><td class="num">${duration(tookMillis)}</td>
          <td>${error ? html`<span class="error">${error}</span>` : t('storages.well')}</td></tr>`,
      )}</tbody></table></div>`;
  }

  async #act(act) {
    let answer = null;
    await ask({
      title: t(`storages.${act}.title`, {storage: storageText(this.storage)}),
      body: html`<p>${t(`storages.${act}.body`)}</p>${reasonField()}`,
      act: t(`storages.${act}`),
      danger: act === 'open',
      run: async form => {
        answer = await api.act(this.#path('breaker', act), {reason: form.get('reason')});
      },
    });
    if (!answer) return;
    this.#app.say(t(`storages.${act}.done`, {state: word('health', answer.data.health.state)}));
    this.asked.load();
  }

  async #limits(present) {
    const told = {name: name => word('limit', name), value: limitText};
    const change = new Conditional(this.#path(), present, ({breaker}) => breaker.limits, told);
    const {limits} = present.data.breaker;
    const done = await ask({
      title: t('storages.limits.title', {storage: storageText(this.storage)}),
      wide: true,
      body: () => html`${change.shown()}<div class="grid">${LIMITS.map(
        name => html`<label class="field"><span>${t(`limit.${name}`)}</span>
          <input name=${name} required autocomplete="off" inputmode=${name.endsWith('Millis') ? 'text' : 'numeric'}
            .defaultValue=${name.endsWith('Millis') ? exactDuration(limits[name]) : String(limits[name])}>
          <span class="hint">${t(`limit.${name}.hint`)}</span></label>`,
      )}</div>${reasonField()}`,
      act: t('dialog.save'),
      run: form =>
        change.run(tag => {
          const wished = Object.fromEntries(LIMITS.map(name => [name, readLimit(name, form.get(name))]));
          return api.put(this.#path('breaker'), {limits: wished, reason: form.get('reason')}, tag);
        }),
    });
    if (!done) return;
    this.#app.say(t('storages.limits.done'));
    this.asked.load();
  }
}

/** What cannot be read goes as it is: the API says what is wrong with it. */
function readLimit(name, text) {
  const value = name.endsWith('Millis') ? parseDuration(text) : Number(text);
  return Number.isNaN(value) ? text : value;
}
