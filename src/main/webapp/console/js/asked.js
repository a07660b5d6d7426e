/**
 * Something that was asked of the API, in one of its states: not there yet, there, refused, or there from before while
 * nobody answers. Asked again every so often while the page is seen, and by itself when the connection was lost.
 */
import {connection} from '/console/js/connection.js';

const AGAIN_WHEN_LOST = 5000;

export class Asked {
  #ask;
  #redraw;
  #every;
  #turn = 0;
  #timer = null;
  #isAsking = false;
  #isWantedAgain = false;

  /** @param every milliseconds from an answer to the next question, or what tells them from the answer; 0 for once */
  constructor(ask, redraw, every = 0) {
    this.#ask = ask;
    this.#redraw = redraw;
    this.#every = every;
    this.data = undefined;
    this.error = null;
    this.at = null;
    this.loading = true;
  }

  get isStale() {
    return this.data !== undefined && this.error?.status === 0;
  }

  /** Asks now; what is on its way was asked before, and is not taken any more. */
  async load() {
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    this.#isAsking = true;
    this.#isWantedAgain = false;
    this.loading = true;
    try {
      const data = await this.#ask();
      if (turn !== this.#turn) return;
      this.#found(data);
      connection.found();
    } catch (e) {
      if (turn !== this.#turn) return;
      this.error = e;
      if (e.status === 0) connection.lost();
      if (e.status === undefined) console.error(e);
    }
    this.#isAsking = false;
    this.#drawn();
    if (this.#isWantedAgain) this.load();
  }

  /**
   * Something happened: asks, but after the answer that is on its way, which is taken. However often something happens, and
   * however long an answer takes, there are answers.
   */
  refresh() {
    if (this.#isAsking) this.#isWantedAgain = true;
    else this.load();
  }

  /** The next page of a list, added below; where it cannot be had, what is there stays. */
  async more(page) {
    const known = this.data;
    try {
      const below = await page(known.nextCursor);
      if (this.data !== known) return;
      this.data = {items: [...known.items, ...below.items], nextCursor: below.nextCursor};
      this.error = null;
    } catch (e) {
      this.error = e;
      if (e.status === 0) connection.lost();
    }
    this.#drawn();
  }

  /** Takes what came by itself, as if it had been asked for. */
  take(data) {
    this.stop();
    this.#found(data);
    this.#drawn();
  }

  #found(data) {
    this.data = data;
    this.error = null;
    this.at = Date.now();
  }

  #drawn() {
    this.loading = false;
    this.#redraw();
    const every = typeof this.#every === 'function' ? this.#every(this.data) : this.#every;
    const wait = this.error?.status === 0 ? AGAIN_WHEN_LOST : every;
    clearTimeout(this.#timer);
    if (wait) this.#timer = setTimeout(() => this.#whenSeen(), wait);
  }

  #whenSeen() {
    const turn = this.#turn;
    if (!document.hidden) {
      this.load();
      return;
    }
    document.addEventListener('visibilitychange', () => turn === this.#turn && this.load(), {once: true});
  }

  /** What is still on its way is not taken any more. */
  stop() {
    this.#turn++;
    this.#isAsking = false;
    this.#isWantedAgain = false;
    clearTimeout(this.#timer);
  }
}
