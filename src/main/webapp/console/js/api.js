/**
 * Asks the public REST API, as any client could. Knows the session's CSRF token, and turns every problem (RFC 9457) and every
 * lost connection into an error that a page can show.
 */

export class ApiError extends Error {
  /** @param {number} status 0 when nobody answered */
  constructor(status, problem, headers) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.problem = problem;
    this.type = (problem.type ?? '').replace(/^.*\//, '');
    this.retryAfterSeconds = Number(headers?.get('Retry-After')) || null;
  }
}

let csrfToken = null;
let whenSignedOut = () => {};

/** Is called when the server says that nobody is signed in (any more). */
export function onSignedOut(listener) {
  whenSignedOut = listener;
}

const SIGNED_IN = 'lethe.signed-in';

/** The session of this browser, or null. Where nobody ever signed in, the server is not asked. */
export async function session() {
  if (!localStorage.getItem(SIGNED_IN)) return null;
  try {
    const found = await get('/api/session', {quiet: true});
    csrfToken = found.csrfToken;
    return found;
  } catch (e) {
    if (e.status !== 401) throw e;
    localStorage.removeItem(SIGNED_IN);
    return null;
  }
}

export async function signIn(login, password) {
  const begun = await send('POST', '/api/session', {body: {login, password}, quiet: true});
  csrfToken = begun.data.csrfToken;
  localStorage.setItem(SIGNED_IN, 'yes');
  return begun.data;
}

export async function signOut() {
  await send('DELETE', '/api/session', {quiet: true});
  csrfToken = null;
  localStorage.removeItem(SIGNED_IN);
}

/**
 * A server that is gone without a word would else be waited for by minutes, with what is shown looking live. An act may
 * take as long as a transaction, so its answer is waited for longer.
 */
const patience = method => AbortSignal.timeout(method === 'GET' ? 30_000 : 120_000);

/** The body of the answer. @param options.signal ends it; null where an answer may take as long as it needs */
export async function get(path, options = {}) {
  return (await send('GET', path, options)).data;
}

/** {@link get}, with the ETag by which a change of what was read is made conditional. */
export async function getWithTag(path) {
  const answer = await send('GET', path);
  return {...answer, tag: answer.headers.get('ETag')};
}

/** @param options.tag the ETag of what was read, where a change is conditional */
export async function post(path, body, {tag, ...options} = {}) {
  return (await send('POST', path, {body, headers: tag ? {'If-Match': tag} : {}, ...options})).data;
}

export async function put(path, body, tag) {
  return (await putWithTag(path, body, tag)).data;
}

/** {@link put}, with the ETag of what is there now. */
export async function putWithTag(path, body, tag) {
  const answer = await send('PUT', path, {body, headers: {'If-Match': tag}});
  return {...answer, tag: answer.headers.get('ETag')};
}

/** The body of the answer, with its ETag, of an act on what was read. */
export async function act(path, body, tag) {
  const answer = await send('POST', path, {body, headers: tag ? {'If-Match': tag} : {}});
  return {...answer, tag: answer.headers.get('ETag')};
}

/** A key by which what is sent twice is done once. */
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** Makes something new. @param key of the intent: the same one for the same click, however often it is sent */
export async function create(path, body, key = newKey()) {
  return (await send('POST', path, {body, headers: {'Idempotency-Key': key}})).data;
}

/** All of a list, as the API writes it for spreadsheets. */
export async function csv(path) {
  return (await send('GET', path, {headers: {Accept: 'text/csv, application/problem+json'}, signal: null})).data;
}

export async function patch(path, body, tag) {
  return (await send('PATCH', path, {body, headers: tag ? {'If-Match': tag} : {}})).data;
}

export async function remove(path, tag) {
  return (await send('DELETE', path, {headers: tag ? {'If-Match': tag} : {}})).data;
}

/** A path with parameters; those that are null or empty are left out, those that are lists are repeated. */
export function path(parts, query = {}) {
  const kept = Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map(one => [name, one]))
    .filter(([, value]) => value !== null && value !== undefined && value !== '');
  const search = new URLSearchParams(kept).toString();
  return `/api/${parts.map(encodeURIComponent).join('/')}${search && `?${search}`}`;
}

async function send(method, path, {body, headers = {}, quiet = false, signal = patience(method)} = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      signal,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
        ...(method === 'GET' || csrfToken === null ? {} : {'X-CSRF-Token': csrfToken}),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new ApiError(0, {title: 'no-connection'});
  }
  const data = await read(response);
  if (!response.ok) {
    if (response.status === 401 && !quiet) whenSignedOut();
    throw new ApiError(response.status, data ?? {}, response.headers);
  }
  return {data, headers: response.headers};
}

async function read(response) {
  const type = response.headers.get('Content-Type') ?? '';
  try {
    if (/^text\/csv/.test(type)) return await response.blob();
    return /json/.test(type) ? await response.json() : null;
  } catch {
    if (response.ok) throw new ApiError(0, {title: 'no-connection'}); // it ended in the middle
    return null;
  }
}
