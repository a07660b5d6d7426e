/** What comes of a policy: a picture of the attempts along time, and the same as a table. */
import {html, nothing} from '/console/js/lit.js';
import {attempts} from '/console/js/charts.js';
import {duration, number} from '/console/js/format.js';
import {t} from '/console/js/words.js';
import {sentence, warnings} from '/console/js/pages/redelivery/policy.js';

const between = (min, max) => (min === max ? duration(min) : `${duration(min)} – ${duration(max)}`);

export const preview = ({schedule, warnings: list}) => html`
  <p class="sentence" role="status">${sentence(schedule)}</p>
  ${warnings(list)}
  ${schedule.waits.length
    ? html`${attempts(schedule, duration)}
        <div class="scroll" tabindex="0" role="group" aria-label=${t('preview.title')}><table class="waits"><thead><tr>
          <th scope="col" class="num">${t('preview.attempt')}</th><th scope="col" class="num">${t('preview.wait')}</th>
          <th scope="col" class="num">${t('preview.typical')}</th>
          <th scope="col" class="num">${t('preview.at')}</th></tr></thead>
        <tbody>${schedule.waits.map(
          wait => html`<tr><td class="num">${number(wait.beforeAttempt)}</td>
            <td class="num">${between(wait.minMillis, wait.maxMillis)}${wait.capped ? html` <span class="muted">${t('preview.capped')}</span>` : nothing}</td>
            <td class="num">${duration(wait.typicalMillis)}</td>
            <td class="num">${between(wait.minAtMillis, wait.maxAtMillis)}</td></tr>`,
        )}</tbody></table></div>
        ${schedule.endless ? html`<p class="hint">${t('preview.endless')}</p>` : nothing}`
    : nothing}`;
