/** The form of a policy. What is typed is kept as text until it can be read; what cannot be is said by its field. */
import {html, nothing} from '/console/js/lit.js';
import {exactDuration, parseDuration} from '/console/js/format.js';
import {field} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {MEMBERS} from '/console/js/pages/redelivery/policy.js';

const MEBIBYTE = 1 << 20;
const round = value => Number(value.toFixed(6));

/** @returns the texts that the fields begin with */
export function textsOf(policy) {
  return Object.fromEntries(
    MEMBERS.map(({name, kind}) => {
      const value = policy[name];
      if (kind === 'duration') return [name, exactDuration(value)];
      if (kind === 'percent') return [name, String(round(value * 100))];
      if (kind === 'mebibytes') return [name, String(round(value / MEBIBYTE))];
      return [name, kind === 'switch' ? value : String(value)];
    }),
  );
}

/** The policy that the texts say; a member is NaN when its text says none. */
export function policyOf(texts) {
  return Object.fromEntries(
    MEMBERS.map(({name, kind}) => {
      const text = texts[name];
      if (kind === 'switch' || kind === 'choice') return [name, text];
      if (kind === 'duration') return [name, parseDuration(text)];
      const value = text.trim() === '' ? NaN : Number(text.trim().replace(',', '.'));
      if (kind === 'percent') return [name, round(value / 100)];
      if (kind === 'mebibytes') return [name, Math.round(value * MEBIBYTE)];
      return [name, value];
    }),
  );
}

/** Members whose text says nothing. */
export const unreadable = policy => MEMBERS.filter(({name}) => Number.isNaN(policy[name])).map(({name}) => name);

/** @param errors what is wrong, by member */
export function policyForm({queue, texts, errors, changed}) {
  return ['waits', 'work', 'memory'].map(
    group => html`<fieldset><legend>${t(`policy.group.${group}`)}</legend><div class="grid">${MEMBERS.filter(
      member => member.group === group && (!member.only || member.only === queue),
    ).map(member => one(member, texts[member.name], errors[member.name], changed))}</div></fieldset>`,
  );
}

function one(member, text, error, changed) {
  const {name, kind} = member;
  const id = `policy-${name}`;
  if (kind === 'switch') {
    return html`<div class="field"><label class="check"><input type="checkbox" id=${id} .checked=${text}
      @change=${event => changed(name, event.target.checked)}> ${t(`policy.${name}`)}</label><p class="hint">${t(`policy.${name}.hint`)}</p></div>`;
  }
  const describedBy = `${error ? `${id}-error ` : ''}${id}-hint`;
  const control =
    kind === 'choice'
      ? html`<select id=${id} aria-describedby=${describedBy} @change=${event => changed(name, event.target.value)}>${member.choices.map(
          choice => html`<option value=${choice} ?selected=${text === choice}>${t(`full.${choice}`)}</option>`,
        )}</select>`
      : html`<span class="unit-field"><input id=${id} inputmode=${kind === 'duration' ? 'text' : 'decimal'} autocomplete="off" .value=${text}
          aria-describedby=${describedBy} aria-invalid=${error ? 'true' : nothing} @input=${event => changed(name, event.target.value)}>${
          {percent: '%', mebibytes: 'MiB'}[kind] ?? nothing
        }</span>`;
  return field({id, label: t(`policy.${name}`), control, error, hint: t(`policy.${name}.hint`)});
}
