/** Sending many again: how many, how fast, in which steps, and when to stop; asked of the API while one types. */
import {html, nothing} from '/console/js/lit.js';
import {go, to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {ask} from '/console/js/dialog.js';
import {duration, number} from '/console/js/format.js';
import {causeText, note, reasonField, storageText} from '/console/js/parts.js';
import {fieldsOf, fieldText, problemText} from '/console/js/problems.js';
import {t} from '/console/js/words.js';

const PAUSE = 250;
const MOST_GROUPS = 5;

/** @param filter which failures, as the API has it */
export async function redrive(filter, app) {
  const key = api.newKey();
  let wishes = {ratePerSecond: '10', ramp: '1, 10, 100', stop: '10'};
  let seen = await dryRun(filter, wishes);
  if (!seen.failures) {
    app.say(t('again.none'), 'warn');
    return;
  }
  let errors = {};
  let unseen = null;
  let timer = null;
  let started = null;

  const changed = (name, value, redraw) => {
    wishes = {...wishes, [name]: value};
    clearTimeout(timer);
    timer = setTimeout(async () => {
      try {
        seen = await dryRun(filter, wishes);
        errors = {};
        unseen = null;
      } catch (e) {
        errors = Object.fromEntries(fieldsOf(e).map(fault => [fault.field, fieldText(fault)]));
        unseen = fieldsOf(e).length ? null : e;
      }
      redraw();
    }, PAUSE);
  };
  const input = (name, field, redraw, mode = 'numeric') => html`<input name=${name} inputmode=${mode} autocomplete="off" required .value=${wishes[name]}
    aria-invalid=${errors[field] ? 'true' : nothing} @input=${event => changed(name, event.target.value, redraw)}>`;
  const wrong = field => (errors[field] ? html`<span class="error">${errors[field]}</span>` : nothing);

  await ask({
    title: () => t('again.title', {n: seen.failures}),
    wide: true,
    act: () => t('again.act', {n: seen.failures}),
    body: ({redraw}) => html`
      ${unseen ? note('bad', problemText(unseen)) : nothing}
      <p role="status">${t('again.will', {n: seen.failures, files: seen.files, time: duration(seen.secondsLeft * 1000)})}</p>
      ${seen.groups.length > 1
        ? html`<ul class="hint">${seen.groups.slice(0, MOST_GROUPS).map(
            group => html`<li><b>${number(group.failures)}</b> ${causeText(group.cause)}${group.storage ? ` · ${storageText(group.storage)}` : ''}</li>`,
          )}${seen.groups.length > MOST_GROUPS ? html`<li>${t('again.moregroups', {n: seen.groups.length - MOST_GROUPS})}</li>` : nothing}</ul>`
        : nothing}
      <div class="grid">
        <label class="field"><span>${t('again.rate')}</span><span class="unit-field">${input('ratePerSecond', 'ratePerSecond', redraw)} /s</span>
          ${wrong('ratePerSecond')}<span class="hint">${t('again.rate.hint')}</span></label>
        <label class="field"><span>${t('again.stop')}</span><span class="unit-field">${input('stop', 'stopAtFailureRatio', redraw, 'decimal')} %</span>
          ${wrong('stopAtFailureRatio')}<span class="hint">${t('again.stop.hint')}</span></label>
        <label class="field"><span>${t('again.ramp')}</span>${input('ramp', 'ramp', redraw, 'text')}
          ${wrong('ramp')}<span class="hint">${t('again.ramp.hint')}</span></label>
      </div>
      ${reasonField()}`,
    run: async form => {
      const expected = seen.failures;
      try {
        started = await api.create('/api/admin/redrives', {...document(filter, wishes), expected, reason: form.get('reason')}, key);
      } catch (e) {
        if (e.type === 'count-changed') seen = await dryRun(filter, wishes);
        throw e;
      }
    },
  });
  clearTimeout(timer);
  if (started) go(to(['redrives', started.id]));
}

const dryRun = (filter, wishes) => api.post('/api/admin/redrives', {...document(filter, wishes), dryRun: true});

/** What cannot be read as a number goes as it is: the API says what is wrong with it. */
function document(filter, {ratePerSecond, ramp, stop}) {
  const percent = read(stop);
  return {
    filter,
    ratePerSecond: read(ratePerSecond),
    ramp: ramp.split(/[\s,;]+/).filter(Boolean).map(read),
    stopAtFailureRatio: typeof percent === 'number' ? percent / 100 : percent,
  };
}

function read(text) {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(value) ? text : value;
}
