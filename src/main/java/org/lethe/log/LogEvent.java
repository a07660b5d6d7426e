package org.lethe.log;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger.Level;
import java.text.MessageFormat;

/**
 * Every event that Lethe logs: a number, how bad it is, and what happened and what happens next. No event carries a
 * password, a token or a file's content.
 */
public enum LogEvent {
    SERVING(1, INFO, "Lethe serves as node {0}"),
    NOT_SERVING(2, ERROR, "Lethe does not serve, and deploying fails: {0}"),
    PHOTO_READ_FROM_BACKUP(101, WARNING, "photo {0} could not be read from {1} and is read from the next storage: {2}"),
    DEAD_LETTER_RECORDED(
            201, WARNING, "{0} removals of deletion {1} on {2} failed for good and wait for a person: {3}"),
    PLANNING_FAILED(202, ERROR, "the planning of deletion {0} failed for good and waits for a person: {1}"),
    MESSAGE_NEVER_COMMITTED(
            203, WARNING, "a message of deletion {0} has no row: its request never committed; settled as void"),
    MESSAGE_UNREADABLE(204, ERROR, "a message on {0} is not ours and waits for a person as failure {1}: {2}"),
    PLANNING_SENT_AGAIN(301, WARNING, "planning of {0} deletions stood still without a message; sent again"),
    REMOVALS_SENT_AGAIN(302, WARNING, "{0} removals on {1} waited without a message; sent again"),
    UPLOADS_ABANDONED(303, INFO, "{0} uploads were begun and never ended; what they left is removed"),
    RECONCILE_FAILED(304, WARNING, "a round of the reconciler failed; the next one tries again: {0}"),
    IN_DOUBT(
            401,
            ERROR,
            "{0} transactions of this node have been prepared for longer than {1} and hold their locks; the node calls itself unhealthy so that a restart settles them"),
    CONSERVATION_BROKEN(402, ERROR, "{0} files were requested, but {1} are waiting, gone, failed or waived"),
    METRICS_FAILED(403, WARNING, "the figures of /metrics could not be counted and keep their last values: {0}");

    private static final System.Logger LOG = System.getLogger("org.lethe");

    private final int number;
    private final Level level;
    private final String text;

    LogEvent(int number, Level level, String text) {
        this.number = number;
        this.level = level;
        this.text = text;
    }

    /** Writes the event with its facts, in the order in which its text names them. */
    public void log(Object... facts) {
        if (LOG.isLoggable(level)) {
            LOG.log(level, "LETHE-%04d %s".formatted(number, MessageFormat.format(text, facts)));
        }
    }
}
