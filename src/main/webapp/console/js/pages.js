/** The pages, in their order, and who may open which. */
const ALL = [
  {name: 'overview', letter: 'o', operates: true},
  {name: 'failures', letter: 'f', operates: true},
  {name: 'redelivery', letter: 'r', operates: true},
  {name: 'audit', letter: 'a', operates: true},
  {name: 'access', letter: 't', operates: false},
].map(page => ({...page, parts: [page.name]}));

export const pagesOf = app => ALL.filter(page => app.operates || !page.operates);
