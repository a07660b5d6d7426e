/** Whom failures are told to: what was sent, and the channels. */
import {html} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import {tabs} from '/console/js/parts.js';
import {t} from '/console/js/words.js';
import {Channels} from '/console/js/pages/notifications/channels.js';
import {OneChannel} from '/console/js/pages/notifications/one.js';
import {Sent} from '/console/js/pages/notifications/sent.js';

export function open(app) {
  const maySet = app.has('admin');
  let tab = null;
  let key = null;

  /** What the address means, as what tells it from others and what makes it. */
  function wished([name, id]) {
    if (!maySet || name !== 'channels') return ['sent', () => new Sent(app)];
    return id ? [`channels/${id}`, () => new OneChannel(app, id)] : ['channels', () => new Channels(app)];
  }

  return {
    title: () => t('notifications.title'),
    leave: () => tab.stop(),
    at: (parts, query) => {
      const [next, make] = wished(parts);
      if (next !== key) {
        tab?.stop();
        key = next;
        tab = make();
      }
      tab.at?.(query);
    },
    view: () => html`
      <div class="head"><h1 tabindex="-1">${t('notifications.title')}</h1>
        ${maySet
          ? tabs(t('notifications.title'), [
              [to(['notifications']), t('notifications.sent'), key === 'sent'],
              [to(['notifications', 'channels']), t('notifications.channels'), key !== 'sent'],
            ])
          : ''}
        <div class="acts">${tab.acts?.() ?? ''}</div></div>
      ${tab.view()}`,
  };
}
