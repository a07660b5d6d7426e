/**
 * What the server tells by itself, over one connection for the tab. It is open while somebody is signed in and the tab is
 * seen; when it cannot be had, whoever listens goes on asking in their own time.
 */
import {connection} from '/console/js/connection.js';

const AGAIN = 20_000;
const TYPES = ['overview', 'deletions', 'failures'];
/** Is told here, when the connection breaks: whoever counted on being told by the server asks it. */
const LOST = 'lost';
const listeners = new Map([...TYPES, LOST].map(type => [type, new Set()]));
let source = null;
let wanted = false;
let timer = null;
let isLive = false;

export const events = {
  /** Whether what changes is told at once. */
  get areLive() {
    return isLive;
  },

  /** @returns what ends it */
  on(type, listener) {
    listeners.get(type).add(listener);
    return () => listeners.get(type).delete(listener);
  },

  start() {
    wanted = true;
    follow();
  },

  stop() {
    wanted = false;
    follow();
  },
};

document.addEventListener('visibilitychange', follow);
// A page that is left may be kept by the browser, and its connection with it.
let isLeft = false;
addEventListener('pagehide', () => leave(true));
addEventListener('pageshow', () => leave(false));

function leave(left) {
  isLeft = left;
  follow();
}

function follow() {
  clearTimeout(timer);
  const isNeeded = wanted && !document.hidden && !isLeft;
  if (isNeeded && !source) open();
  if (!isNeeded && source) close();
}

function open() {
  source = new EventSource('/api/admin/events');
  source.addEventListener('open', () => {
    isLive = true;
    connection.found();
  });
  source.addEventListener('error', () => {
    const wasLive = isLive;
    isLive = false;
    if (wasLive) listeners.get(LOST).forEach(listener => listener());
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    timer = setTimeout(follow, AGAIN);
  });
  for (const type of TYPES) {
    source.addEventListener(type, ({data}) => {
      const told = JSON.parse(data);
      listeners.get(type).forEach(listener => listener(told));
    });
  }
}

function close() {
  source.close();
  source = null;
  isLive = false;
}
