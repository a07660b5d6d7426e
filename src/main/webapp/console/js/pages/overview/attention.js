/** What needs a person, the gravest first, each with the one link that leads to its remedy. */
import {html} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import {causeText, status, storageText, when} from '/console/js/parts.js';
import {knows, t} from '/console/js/words.js';

const SEVERITIES = {ALARM: 'bad', WARN: 'warn', INFO: 'busy'};

export const attention = items => html`<section class="person"><h2>${t('person.title')}</h2>
  ${items.length
    ? html`<ul class="rows">${items.map(
        item => html`<li>${status(SEVERITIES[item.severity] ?? 'warn', kind(item))}<span class="text">${text(item)}</span>
          <span class="side">${item.since ? when(item.since) : ''}</span>
          ${item.link ? html`<a data-row href=${remedy(item)}>${t('person.look')}</a>` : html`<span></span>`}</li>`,
      )}</ul>`
    : html`<p class="nothing">${status('good', t('person.nothing'))}</p>`}
</section>`;

/** Of a group, its failures only. */
const remedy = ({kind: code, facts = {}, link}) => (code === 'FAILURES' && facts.cause ? to(['failures'], {cause: facts.cause, storage: facts.storage}) : link);

const kind = ({kind: code}) => (knows(`attention.${code}`) ? t(`attention.${code}`) : code);

/** In the chosen language, where the parts of the sentence are known; else as the API has it. */
function text({kind: code, facts = {}, count, subject, text: english}) {
  if (code === 'FAILURES' && facts.cause) {
    return html`<b>${t('person.count', {n: count})}</b> ${facts.storage ? `${storageText(facts.storage)} · ` : ''}${causeText(facts.cause)}`;
  }
  const values = {
    ...facts,
    subject,
    n: facts.difference === undefined ? count : Math.abs(Number(facts.difference)),
    ...(facts.storage ? {storage: storageText(facts.storage)} : {}),
    ...(knows(`check.${facts.check}`) ? {check: t(`check.${facts.check}`)} : {}),
  };
  const key = facts.check ? 'attention.CHECK.text' : `attention.${code}.text`;
  return knows(key) && t(key, values).search(/undefined/) < 0 ? t(key, values) : english;
}
