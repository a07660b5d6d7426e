/** The template library, from one place: its version stands here and in index.html. */
export {html, nothing, render, svg} from '/webjars/lit-html/3.3.2/lit-html.js';
export {repeat} from '/webjars/lit-html/3.3.2/directives/repeat.js';
export {live} from '/webjars/lit-html/3.3.2/directives/live.js';
