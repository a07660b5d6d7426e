/** Which failures are meant: what the address says, as the API's filter has it. */

/** What waits for a person. */
const TO_DO = ['OPEN', 'ASSIGNED'];
export const STATES = ['TODO', 'OPEN', 'ASSIGNED', 'RETRIED', 'IGNORED', 'RESOLVED', 'VOID', 'ALL'];
export const SORTS = ['newest', 'oldest', 'lastSeen', 'times'];
const TEXTS = ['group', 'storage', 'cause', 'assignee', 'deletion', 'q'];

export const isOpen = ({state}) => TO_DO.includes(state);

/** @returns {state: one of STATES, sort: one of SORTS, overdue: whether only those, and the texts of TEXTS} */
export function filterOf(query) {
  const texts = Object.fromEntries(TEXTS.map(name => [name, query.get(name) ?? '']));
  const state = STATES.includes(query.get('state')) ? query.get('state') : 'TODO';
  const sort = SORTS.includes(query.get('sort')) ? query.get('sort') : 'newest';
  return {...texts, state, sort, overdue: query.get('overdue') === 'true'};
}

/** As parameters of a list; also as the filter of an act on all of them. */
export function asked({state, overdue, ...rest}) {
  const texts = Object.fromEntries(TEXTS.map(name => [name, rest[name]]).filter(([, value]) => value));
  const states = state === 'ALL' ? {} : {state: state === 'TODO' ? TO_DO : [state]};
  return {...states, ...texts, ...(overdue ? {overdue: true} : {})};
}

/** Whether something but the state narrows. */
export const isNarrowed = filter => filter.overdue || TEXTS.some(name => filter[name]);

export const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
