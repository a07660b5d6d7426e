/**
 * Changes of settings that somebody else was faster with: nothing was done, and what they changed is shown before mine is put
 * over it.
 */
import {html, nothing} from '/console/js/lit.js';
import * as api from '/console/js/api.js';
import {note} from '/console/js/parts.js';
import {t} from '/console/js/words.js';

/** Members of two documents that are not the same, as [name, before, after]; names of inner ones with a dot. */
export function differences(before, after, prefix = '') {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.flatMap(name => {
    const [a, b] = [before?.[name] ?? null, after?.[name] ?? null];
    if (isObject(a) || isObject(b)) return differences(isObject(a) ? a : {}, isObject(b) ? b : {}, `${prefix}${name}.`);
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [[prefix + name, a, b]];
  });
}

const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);

/** @param told makes a name and a value readable */
export const differenceTable = (list, told, headings) =>
  list.length
    ? html`<table class="diff"><thead><tr><th scope="col">${t('diff.member')}</th><th scope="col">${headings[0]}</th><th scope="col">${headings[1]}</th></tr></thead>
        <tbody>${list.map(([name, a, b]) => html`<tr><th scope="row">${told.name(name)}</th><td><del>${told.value(name, a)}</del></td><td><ins>${told.value(name, b)}</ins></td></tr>`)}</tbody></table>`
    : html`<p class="muted">${t('diff.none')}</p>`;

/** A change that is conditional on what was read; in a dialog, it can be sent again over what somebody else did. */
export class Conditional {
  #path;
  #documentOf;
  #told;
  #theirs = null;

  /** @param present what was read: data and tag; @param documentOf takes of the data what is set by people */
  constructor(path, present, documentOf, told) {
    this.#path = path;
    this.#documentOf = documentOf;
    this.#told = told;
    this.present = present;
  }

  /** Runs a change with the tag; when somebody was faster, what they did is kept for {@link shown} and the error goes on. */
  async run(change) {
    try {
      return await change(this.present.tag);
    } catch (e) {
      if (e.status === 412) {
        const now = await api.getWithTag(this.#path);
        this.#theirs = {now: now.data, list: differences(this.#documentOf(this.present.data), this.#documentOf(now.data))};
        this.present = now;
      }
      throw e;
    }
  }

  shown() {
    if (!this.#theirs) return nothing;
    const {now, list} = this.#theirs;
    const who = now.changedBy ?? now.author;
    return note('warn', html`<p><b>${who ? t('conflict.was', {who}) : t('conflict.wassomebody')}</b> ${now.reason ? html`“${now.reason}”` : nothing}</p>
      ${differenceTable(list, this.#told, [t('conflict.before'), t('conflict.theirs')])}<p>${t('conflict.again')}</p>`);
  }
}
