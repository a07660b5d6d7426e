/** A first visit: nothing was ever deleted here. */
import {html} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import {t} from '/console/js/words.js';

export const guide = () => html`<section class="guide">
  <h2>${t('guide.title')}</h2>
  <ol>
    <li><p>${t('guide.account')} <a href=${to(['access'])}>${t('access.title')}</a></p></li>
    <li><p>${t('guide.upload')}</p><code>./lethe upload DIR --album NAME</code></li>
    <li><p>${t('guide.delete')}</p><code>./lethe delete NAME --watch</code></li>
    <li><p>${t('guide.redelivery')} <a href=${to(['redelivery'])}>${t('redelivery.title')}</a></p></li>
    <li><p>${t('guide.notify')} <a href=${to(['notifications', 'channels'])}>${t('notifications.title')}</a></p></li>
  </ol>
</section>`;
