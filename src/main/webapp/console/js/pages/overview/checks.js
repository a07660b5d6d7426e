/** Whether this installation is set up so that its promises hold; what is wrong says what to do. */
import {html, nothing} from '/console/js/lit.js';
import {shown, status} from '/console/js/parts.js';
import {knows, phrase, phrases, t, word} from '/console/js/words.js';

const KINDS = {OK: 'good', WARN: 'warn', FAIL: 'bad', UNKNOWN: 'idle'};
const ORDER = ['FAIL', 'WARN', 'UNKNOWN', 'OK'];

export const checks = asked => html`<section class="checks-of"><h2>${t('checks.title')}</h2>${shown(
  asked,
  ({items, failing, warning}) => {
    const sorted = [...items].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
    const bad = sorted.filter(({state}) => state !== 'OK');
    const good = sorted.filter(({state}) => state === 'OK');
    return html`<p class="line">${failing
        ? status('bad', t('checks.failing', {n: failing}))
        : warning
          ? status('warn', t('checks.warning', {n: warning}))
          : status('good', t('checks.good', {n: items.length}))}</p>
      ${bad.length ? html`<ul class="rows checks">${bad.map(one)}</ul>` : nothing}
      ${good.length ? html`<details><summary>${t('checks.ok', {n: good.length})}</summary><ul class="rows checks">${good.map(one)}</ul></details>` : nothing}`;
  },
  {rows: 2},
)}</section>`;

const one = ({id, state, title, found, todo}) => html`<li>${status(KINDS[state] ?? 'idle', word('checkstate', state))}
  <div><p><b>${knows(`check.${id}`) ? t(`check.${id}`) : title}</b></p>${found ? html`<p class="detail">${phrases('found', found)}</p>` : nothing}
  ${todo ? html`<p>${phrase('todo', todo)}</p>` : nothing}</div></li>`;
