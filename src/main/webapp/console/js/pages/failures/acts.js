/** What a person can do about failures but sending them again: assign, note, ignore, resolve; one or many. */
import {html, nothing} from '/console/js/lit.js';
import * as api from '/console/js/api.js';
import {ask} from '/console/js/dialog.js';
import {exactly, note, reasonField} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {eventDetail, eventText} from '/console/js/pages/failures/one.js';

/** What cannot be undone wants the number typed. */
const FINAL = new Set(['resolve', 'ignore']);
const OUTCOMES = ['ALREADY_GONE', 'HANDLED'];

/** @returns what became of the failure, with its tag; null when nothing was done */
export async function actOnOne(act, {data: failure, tag}, app) {
  const people = act === 'assign' ? await assignees() : [];
  let known = tag;
  let between = [];
  let result = null;
  await ask({
    title: t(`act.${act}.one`),
    body: () => html`${between.length ? inBetween(between) : nothing}${fields(act, {failure, people, login: app.session.login})}`,
    act: t(`act.${act}`),
    danger: act === 'ignore',
    run: async form => {
      const path = api.path(['admin', 'failures', failure.id, act]);
      try {
        result = await api.act(path, bodyOf(act, form), known);
      } catch (e) {
        if (e.status !== 412) throw e;
        const now = await api.getWithTag(api.path(['admin', 'failures', failure.id]));
        known = now.tag;
        between = now.data.timeline.slice(failure.timeline.length);
        throw e;
      }
    },
  });
  return result;
}

/** What somebody else did since it was read. */
const inBetween = events =>
  note('warn', html`<p><b>${t('act.between')}</b></p><ul>${events.map(
    event => html`<li>${exactly(event.at)} · <b>${eventText(event.what)}</b> · ${event.actor} ${event.detail ? html`· ${eventDetail(event)}` : nothing}</li>`,
  )}</ul>`);

/**
 * Names the number before anything is done, and does not do it when it is another one by then.
 *
 * @param filter which failures, as the API has it
 * @returns how many were changed
 */
export async function actOnMany(act, filter, app) {
  const path = '/api/admin/failures/acts';
  const name = act.toUpperCase();
  const people = act === 'assign' ? await assignees() : [];
  const draft = {act: name, filter, ...(FINAL.has(act) ? {reason: '–––'} : {}), ...(act === 'resolve' ? {outcome: 'HANDLED'} : {}),
    ...(act === 'note' ? {note: '–'} : {}), ...(act === 'assign' ? {assignee: people[0] ?? app.session.login} : {})};
  const count = () => api.post(path, {...draft, dryRun: true});
  let {matching, applicable: n} = await count();
  if (!n) {
    app.say(t('act.none', {n: matching}), 'warn');
    return 0;
  }
  let changed = 0;
  let left = n;
  await ask({
    title: () => t(`act.${act}.many`, {n}),
    wide: true,
    body: () => html`${matching > n ? html`<p class="hint">${t('act.applicable', {n, matching})}</p>` : nothing}
      ${fields(act, {people, login: app.session.login})}`,
    act: () => t(`act.${act}.n`, {n}),
    danger: act === 'ignore',
    typed: FINAL.has(act) && n > 1 ? () => String(n) : null,
    run: async form => {
      try {
        while (left > 0) {
          const done = await api.post(path, {act: name, filter, expected: left, ...bodyOf(act, form)});
          changed += done.changed;
          left = done.remaining;
        }
      } catch (e) {
        if (e.type === 'count-changed') {
          ({matching, applicable: n} = await count());
          left = n;
        }
        throw e;
      }
    },
  });
  if (changed) app.say(t('act.changed', {n: changed}));
  return changed;
}

const assignees = async () => (await api.get('/api/admin/failures/assignees')).items;

function fields(act, {failure, people, login}) {
  if (act === 'assign') {
    return html`<label class="field"><span>${t('act.assignee')}</span><select name="assignee">${people.map(
        person => html`<option value=${person} ?selected=${person === (failure?.assignee ?? login)}>${person === login ? t('act.me', {login}) : person}</option>`,
      )}</select></label>
      ${moment('dueAt', t('act.due'), t('act.due.hint'))}${noteField()}`;
  }
  if (act === 'note') return noteField();
  if (act === 'resolve') {
    return html`<fieldset><legend>${t('act.outcome')}</legend>${(failure?.outcomes ?? OUTCOMES).map(
        (outcome, i) => html`<label class="check"><input type="radio" name="outcome" value=${outcome} required ?checked=${i === 0}>
          <span>${t(`outcome.${outcome}`)} <span class="hint">${t(`outcome.${outcome}.hint`)}</span></span></label>`,
      )}</fieldset>${reasonField()}`;
  }
  if (act === 'ignore') {
    return html`<p>${t('act.ignore.body')}</p>${reasonField()}${moment('until', t('act.until'), t('act.until.hint'))}`;
  }
  return reasonField();
}

const noteField = () => html`<label class="field"><span>${t('act.notefield')}</span>
  <textarea name="note" required maxlength="2000" rows="3"></textarea><span class="hint">${t('act.notefield.hint')}</span></label>`;

const moment = (name, label, hint) => html`<label class="field"><span>${label}</span><input type="datetime-local" name=${name}>
  <span class="hint">${hint}</span></label>`;

function bodyOf(act, form) {
  const text = name => (form.get(name) ? {[name]: form.get(name)} : {});
  const time = name => (form.get(name) ? {[name]: new Date(form.get(name)).toISOString()} : {});
  if (act === 'assign') return {...text('assignee'), ...text('note'), ...time('dueAt')};
  return {...text('note'), ...text('reason'), ...text('outcome'), ...time('until')};
}
