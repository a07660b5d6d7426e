/** Whether the server answers. Whoever asks it tells; the shell shows it. */

let lostAt = null;
let whenChanged = () => {};

export const connection = {
  /** Since when nobody answers, or null. */
  get lostAt() {
    return lostAt;
  },
  onChange(listener) {
    whenChanged = listener;
  },
  lost() {
    if (lostAt !== null) return;
    lostAt = Date.now();
    whenChanged();
  },
  found() {
    if (lostAt === null) return;
    lostAt = null;
    whenChanged();
  },
};
