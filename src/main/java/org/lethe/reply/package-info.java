/**
 * Answers who has asked for a deletion by a message: that it was accepted or refused, and later how it ended. Entry:
 * {@link org.lethe.reply.AnswerRequesters}. Knows a deletion by its id only, and nothing of how it was asked for.
 */
package org.lethe.reply;
