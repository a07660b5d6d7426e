/** What becomes of failures like these: the error policy that decides about a group. */
import {html, nothing} from '/console/js/lit.js';
import {to} from '/console/js/address.js';
import * as api from '/console/js/api.js';
import {exactly, storageText} from '/console/js/parts.js';
import {causeText} from '/console/js/parts.js';
import {t, word} from '/console/js/words.js';

export class Policy {
  #redraw;
  #group = null;
  #decides = null;

  constructor(redraw) {
    this.#redraw = redraw;
  }

  of(group) {
    if (!group || group.id === this.#group) return;
    this.#group = group.id;
    this.#decides = null;
    this.#ask(group);
  }

  /** A preview tells which policy decides now. Where it cannot be had, nothing is said. */
  async #ask({id, cause, storage}) {
    const match = {cause, ...(storage ? {storage} : {})};
    const seen = await api.post('/api/admin/error-policies/preview', {policy: {name: '?', match, action: 'RETRY'}}).catch(() => null);
    if (id !== this.#group || !seen?.classes?.length) return;
    this.#decides = seen.classes[0].decidedBy;
    this.#redraw();
  }

  view({cause, storage, firstAt, lastAt}, app) {
    const decides = this.#decides;
    return html`<div class="chosen-group"><h2 tabindex="-1">${causeText(cause)}${storage ? html` · ${storageText(storage)}` : nothing}</h2>
      <p class="hint">${t('groups.since')} ${exactly(firstAt)} – ${exactly(lastAt)}
        ${decides ? html` · ${t('groups.policy')} <a href=${to(['policies', decides.id])}>${word('policyaction', decides.action)}</a>` : nothing}
        ${app.has('admin') ? html` · <a href=${to(['policies', 'new'], {cause, storage})}>${t('groups.makepolicy')}</a>` : nothing}</p></div>`;
  }

  stop() {
    this.#group = null;
  }
}
