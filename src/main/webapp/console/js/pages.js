/** The pages, in their order and groups, and who may open which. */
const ALL = [
  {name: 'overview', letter: 'o', group: 'now', operates: true},
  {name: 'deletions', letter: 'd', group: 'now', operates: true},
  {name: 'failures', letter: 'f', group: 'now', operates: true},
  {name: 'redrives', letter: 'v', group: 'now', operates: true},
  {name: 'storages', letter: 's', group: 'now', operates: true},
  {name: 'redelivery', letter: 'r', group: 'set', operates: true},
  {name: 'policies', letter: 'p', group: 'set', operates: true},
  {name: 'notifications', letter: 'n', group: 'set', operates: true},
  {name: 'audit', letter: 'a', group: 'who', operates: true},
  {name: 'access', letter: 't', group: 'who', operates: false},
].map(page => ({...page, parts: [page.name]}));

export const pagesOf = app => ALL.filter(page => app.operates || !page.operates);
