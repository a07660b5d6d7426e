/** The address is the state: what is shown, filtered, sorted and open stands in it, and a link to it shows the same. */

const BASE = '/console/';
let whenChanged = () => {};

/** The path below the console, in its parts, and its parameters. */
export function address() {
  const parts = location.pathname.slice(BASE.length).split('/').filter(Boolean).map(decodeURIComponent);
  return {parts, query: new URLSearchParams(location.search)};
}

/** The address of a page with parameters; those that are null or empty are left out. */
export function to(parts, query = {}) {
  const kept = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const search = new URLSearchParams(kept).toString();
  return BASE + parts.map(encodeURIComponent).join('/') + (search && `?${search}`);
}

export function go(href) {
  if (href !== location.pathname + location.search) history.pushState(null, '', href);
  whenChanged();
}

/** Changes parameters of the present page, without a step back to the state before. */
export function change(query) {
  const {parts, query: now} = address();
  history.replaceState(null, '', to(parts, {...Object.fromEntries(now), ...query}));
  whenChanged();
}

/** Links within the console change the address and load nothing. */
export function start(listener) {
  whenChanged = listener;
  addEventListener('popstate', listener);
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link && isPlain && !link.target && link.origin === location.origin && link.pathname.startsWith(BASE)) {
      event.preventDefault();
      go(link.pathname + link.search);
    }
  });
}
