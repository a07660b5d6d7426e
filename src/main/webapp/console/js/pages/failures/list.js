/**
 * The failures that the address asks for, page by page. Looks again every so often: new ones are counted and shown when
 * somebody asks for them, so that no row moves under the pointer.
 */
import * as api from '/console/js/api.js';
import {Asked} from '/console/js/asked.js';

const EVERY = 10_000;

export class FailureList {
  #redraw;
  #fresh = null;

  constructor(redraw) {
    this.#redraw = redraw;
    this.filter = null;
    this.asked = null;
    this.unseen = 0;
  }

  narrow(filter) {
    const isSame = this.filter && this.filter.state === filter.state && this.filter.deletion === filter.deletion;
    this.filter = filter;
    if (!isSame) this.#load();
  }

  #load() {
    this.stop();
    this.unseen = 0;
    this.#fresh = null;
    this.asked = new Asked(() => this.#look(), this.#redraw, EVERY);
    this.asked.load();
  }

  /** The first answer is shown as it is; of later ones what is new waits, and what is known is brought up to date. */
  async #look() {
    const known = this.asked.data;
    const page = await this.#page();
    if (!known) return page;
    const ids = new Set(known.items.map(({id}) => id));
    this.unseen = page.items.filter(({id}) => !ids.has(id)).length;
    this.#fresh = page;
    const now = new Map(page.items.map(item => [item.id, item]));
    return {...known, items: known.items.map(item => now.get(item.id) ?? item)};
  }

  #page(cursor) {
    const {state, deletion} = this.filter;
    return api.get(api.path(['admin', 'failures'], {state: state === 'ALL' ? null : state, deletion, limit: 50, cursor}));
  }

  /** What is new comes in above. */
  show() {
    this.asked.data = this.#fresh;
    this.unseen = 0;
    this.#redraw();
  }

  async more() {
    const known = this.asked.data;
    const page = await this.#page(known.nextCursor);
    this.asked.data = {items: [...known.items, ...page.items], nextCursor: page.nextCursor};
    this.#redraw();
  }

  /** Those of the loaded ones in which the text stands. */
  get items() {
    const text = this.filter.text.trim().toLowerCase();
    const items = this.asked.data?.items ?? [];
    return text ? items.filter(item => JSON.stringify(item).toLowerCase().includes(text)) : items;
  }

  /** The next open one below this one. */
  after(id) {
    const from = this.items.findIndex(item => item.id === id);
    return this.items.slice(from + 1).find(isOpen) ?? null;
  }

  /** Takes over what became of one, where it stands. */
  put(changed) {
    const known = this.asked.data;
    if (known) this.asked.data = {...known, items: known.items.map(item => (item.id === changed.id ? {...item, ...changed} : item))};
    this.#redraw();
  }

  stop() {
    this.asked?.stop();
  }
}

export const isOpen = ({state}) => state === 'OPEN' || state === 'ASSIGNED';
