/**
 * Asks before something is done. The dialog stays open while the act runs, which nothing calls back, and when it fails; it
 * says why, and gives the focus back to where it was.
 */
import {html, nothing, render} from '/console/js/lit.js';
import {problemText} from '/console/js/problems.js';
import {t} from '/console/js/words.js';

/**
 * @param ask.title what will be done, with the number that it touches; or a function that makes it, drawn with the body
 * @param ask.body a template, or a function of redraw that makes one
 * @param ask.act the words of the button; or a function, as the title
 * @param ask.danger whether it cannot be undone easily
 * @param ask.typed what must be typed before, for what cannot be undone; or a function, as the title
 * @param ask.run gets the form's data; resolves when it is done, and throws when it is not
 * @returns whether it was done
 */
export function ask({title, body, act, danger = false, typed = null, run, wide = false}) {
  return new Promise(resolve => {
    const place = document.createElement('div');
    document.getElementById('dialogs').append(place);
    const before = document.activeElement;
    let busy = false;
    let error = null;
    let text = '';
    const isTyped = () => typed === null || text === now(typed);
    let done = false;

    const submit = async event => {
      event.preventDefault();
      if (busy || !isTyped()) return;
      const form = event.target;
      busy = true;
      error = null;
      draw();
      try {
        await run?.(new FormData(form));
        busy = false;
        done = true;
        dialog.close();
      } catch (e) {
        error = e;
        busy = false;
        draw();
      }
    };
    const cancelled = event => {
      if (busy) event.preventDefault();
    };
    const closed = () => {
      if (busy) {
        dialog.showModal(); // a browser lets Esc, pressed twice, close what does not want to be closed
        return;
      }
      place.remove();
      if (before?.isConnected) before.focus();
      resolve(done);
    };
    const draw = () =>
      render(
        html`<dialog class=${wide ? 'wide' : ''} aria-labelledby="dialog-title" @cancel=${cancelled} @close=${closed}>
          <form method="dialog" @submit=${submit}>
            <h2 id="dialog-title">${now(title)}</h2>
            <div class="dialog-body">${typeof body === 'function' ? body({error, redraw: draw}) : body}</div>
            ${typed === null
              ? nothing
              : html`<label class="field"><span>${t('dialog.type', {text: now(typed)})}</span>
                  <input autocomplete="off" @input=${event => {
                    text = event.target.value.trim();
                    draw();
                  }}></label>`}
            ${error ? html`<p class="note bad" role="alert">${problemText(error)}</p>` : nothing}
            <div class="actions">
              <span class="hint" role="status">${busy ? t('dialog.busy') : nothing}</span>
              <button type="button" ?disabled=${busy} @click=${() => dialog.close()}>${act ? t('dialog.cancel') : t('dialog.close')}</button>
              ${act
                ? html`<button class=${danger ? 'danger' : 'primary'} ?disabled=${busy || !isTyped()}>${now(act)}</button>`
                : nothing}
            </div>
          </form>
        </dialog>`,
        place,
      );
    draw();
    const dialog = place.querySelector('dialog');
    dialog.showModal();
    dialog.querySelector('input:not([type=checkbox]), textarea')?.focus();
  });
}

const now = text => (typeof text === 'function' ? text() : text);
