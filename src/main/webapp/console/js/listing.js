/**
 * A list of the API, page by page. Looks again every so often: what is known is brought up to date where it stands, what is
 * new is counted and comes in above when somebody asks for it, and what has left the list stays where it was, as `isGone`:
 * no row moves under the pointer.
 */
import {html, nothing} from '/console/js/lit.js';
import {Asked} from '/console/js/asked.js';
import {t} from '/console/js/words.js';

export class Listing {
  #page;
  #redraw;
  #key;
  #fresh = null;
  #busy = false;

  /**
   * @param page asks for the page after a cursor; without one for the first
   * @param options.every milliseconds from an answer to the next question; 0 for once
   * @param options.key what makes two items the same
   */
  constructor(page, redraw, {every = 0, key = ({id}) => id} = {}) {
    this.#page = page;
    this.#redraw = redraw;
    this.#key = key;
    this.unseen = 0;
    this.asked = new Asked(() => this.#look(), redraw, every);
    this.asked.load();
  }

  get items() {
    return this.asked.data?.items ?? [];
  }

  get isComplete() {
    return this.asked.data !== undefined && !this.asked.data.nextCursor;
  }

  async #look() {
    const page = await this.#page();
    const known = this.asked.data;
    if (!known) return page;
    const keys = new Set(known.items.map(this.#key));
    const isSecond = known.items.length > 0;
    this.unseen = isSecond ? page.items.filter(item => !keys.has(this.#key(item))).length : 0;
    this.#fresh = page;
    if (!isSecond) return page;
    const now = new Map(page.items.map(item => [this.#key(item), item]));
    const seen = page.nextCursor ? known.items.findLastIndex(item => now.has(this.#key(item))) : known.items.length;
    const items = known.items.map((item, i) => now.get(this.#key(item)) ?? (i < seen ? {...item, isGone: true} : item));
    return {...page, nextCursor: known.nextCursor, items};
  }

  /** What is new comes in above. */
  show() {
    this.asked.data = this.#fresh;
    this.unseen = 0;
    this.#redraw();
  }

  async more() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      const page = await this.#page(this.asked.data.nextCursor);
      const known = this.asked.data;
      const keys = new Set(known.items.map(this.#key));
      this.asked.data = {...known, items: [...known.items, ...page.items.filter(item => !keys.has(this.#key(item)))], nextCursor: page.nextCursor};
    } catch (e) {
      this.asked.error = e;
    }
    this.#busy = false;
    this.#redraw();
  }

  /** Takes over what became of one, where it stands. */
  put(changed) {
    const key = this.#key(changed);
    const known = this.asked.data;
    if (known) this.asked.data = {...known, items: known.items.map(item => (this.#key(item) === key ? {...item, ...changed} : item))};
    this.#redraw();
  }

  /** Asks for the first page anew, and forgets what was loaded below it. */
  again() {
    this.asked.data = undefined;
    this.unseen = 0;
    this.asked.load();
  }

  stop() {
    this.asked.stop();
  }

  /** Above the list: that there are new ones. */
  news() {
    return this.unseen
      ? html`<p class="new"><button type="button" @click=${() => this.show()}>${t('state.new', {n: this.unseen})}</button></p>`
      : nothing;
  }

  /** Below the list: the next page. */
  rest() {
    return this.asked.data?.nextCursor
      ? html`<p class="more"><button type="button" @click=${() => this.more()}>${t('state.more')}</button></p>`
      : nothing;
  }
}
