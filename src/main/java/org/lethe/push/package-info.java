/**
 * Rows that say what has to be done, and the messages that push them: a message names its row and the row's generation, and
 * nothing else. Entries: {@link org.lethe.push.RowMessages}, {@link org.lethe.push.AttemptRow},
 * {@link org.lethe.push.Patience}. Knows nothing of what has to be done.
 */
package org.lethe.push;
