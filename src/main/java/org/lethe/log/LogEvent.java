package org.lethe.log;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger.Level;
import java.text.MessageFormat;

/**
 * Every event that Lethe logs: a number, how bad it is, and what happened and what happens next. No event carries a
 * password, a token or a file's content; but for the first administrator's password, this once, when nobody chose one.
 */
public enum LogEvent {
    SERVING(1, INFO, "Lethe serves as node {0}"),
    NOT_SERVING(2, ERROR, "Lethe does not serve, and deploying fails: {0}"),
    NOT_DRAWN(102, INFO, "photo {0} gets no thumbnails: {1}"),
    THUMBNAILS_NOT_ASKED(
            103, INFO, "{0} photos wait a little longer for their thumbnails, their messages could not be sent: {1}"),
    MESSAGE_DROPPED(104, WARNING, "a message on {0} is not ours and was dropped; nothing is executed"),
    PHOTO_READ_FROM_BACKUP(101, WARNING, "photo {0} could not be read from {1} and is read from the next storage: {2}"),
    ATTEMPT_FAILED(
            200, WARNING, "an attempt of deletion {0} failed and is made again later, unless it was the last: {1}"),
    DEAD_LETTER_RECORDED(
            201, WARNING, "removal {0} of deletion {1} on {2} failed for good and waits for a person: {3}"),
    PLANNING_FAILED(202, ERROR, "the planning of deletion {0} failed for good and waits for a person: {1}"),
    MESSAGE_NEVER_COMMITTED(
            203, WARNING, "a message of deletion {0} has no row: its request never committed; settled as void"),
    MESSAGE_UNREADABLE(204, ERROR, "a message on {0} is not ours and waits for a person as failure {1}: {2}"),
    ROLLBACK_FAILED(
            205,
            WARNING,
            "a request was refused, and undoing what it had begun failed too; it was never prepared: {0}"),
    CALLBACK_NOT_DELIVERED(
            207,
            INFO,
            "the callback of deletion {0} was not taken and is sent again later, unless it was the last: {1}"),
    CALLBACK_GIVEN_UP(208, WARNING, "the callback of deletion {0} is given up; its owner sees why"),
    REQUEST_NOT_CARRIED_OUT(
            209,
            WARNING,
            "a request that came by a message could not be carried out and is tried again later, unless it was the last: {0}"),
    REMOVAL_PARKED(
            250,
            INFO,
            "a removal of deletion {0} was put back onto its queue without an attempt, as {1} is left alone"),
    GIVEN_TO_A_PERSON(
            210, WARNING, "removal {0} of deletion {1} on {2} is not tried any more and waits for a person: {3}"),
    IGNORED_BY_POLICY(211, WARNING, "removal {0} of deletion {1} on {2} is left as it is: {3}"),
    REMOVAL_HELD(212, INFO, "removal {0} of deletion {1} on {2} waits until {3}, and no attempt is made before: {4}"),
    CALLBACKS_SENT_AGAIN(307, WARNING, "{0} callbacks waited without a message; sent again"),
    PLANNING_SENT_AGAIN(301, WARNING, "planning of {0} deletions stood still without a message; sent again"),
    REMOVALS_SENT_AGAIN(302, WARNING, "{0} removals on {1} waited without a message; sent again"),
    UPLOADS_ABANDONED(303, INFO, "{0} uploads were begun and never ended; what they left is removed"),
    CHORE_FAILED(304, WARNING, "a round of the {0} failed; the next one tries again: {1}"),
    FINISH_FAILED(305, WARNING, "deletion {0} could not be closed now; the reconciler tries again: {1}"),
    ANSWER_NOT_KEPT(
            206,
            WARNING,
            "what a request with an Idempotency-Key was answered could not be kept; when it comes again, what it made is looked for: {0}"),
    PROGRESS_FAILED(306, WARNING, "progress cannot be shown now; streams are kept open: {0}"),
    IN_DOUBT(
            401,
            ERROR,
            "{0} branches of this node have been prepared for longer than {1} and hold their locks; the node calls itself unhealthy so that a restart settles them"),
    CONSERVATION_BROKEN(402, ERROR, "{0} files were requested, but {1} are waiting, gone, failed or waived"),
    METRICS_FAILED(403, WARNING, "the figures of /metrics could not be counted and keep their last values: {0}"),
    REDRIVE_COMPLETED(451, INFO, "redrive {0} is complete: {1} of its {2} failures succeeded"),
    REDRIVE_STOPPED(452, WARNING, "redrive {0} sends no more until somebody resumes it: {1}"),
    REDRIVE_DELAYED(453, WARNING, "redrive {0} could not go on now; it is tried again every second: {1}"),
    UNEXPECTED_ERROR(501, ERROR, "unexpected error {0} at {1}; answered 500"),
    STORAGE_NOT_SET_UP(601, WARNING, "{0}; it is not set up now, the next start tries again"),
    STORAGE_SET_UP(602, INFO, "{0} is from now on the storage {1}"),
    FILE_LEFT_BEHIND(603, INFO, "file {0} stays on its storage for now, until its removal: {1}"),
    BREAKER_OPENED(
            604,
            WARNING,
            "storage {0} is left alone from now on: {1}; what waits for it keeps its attempts, and it is probed until it is well again"),
    BREAKER_HALF_OPEN(605, INFO, "storage {0} answers again: {1}; one removal at a time is tried on each node"),
    BREAKER_CLOSED(606, INFO, "the work on storage {0} goes on: {1}"),
    BREAKERS_UNREADABLE(
            607,
            WARNING,
            "the breakers of the storages cannot be read or changed now; this node goes on by what it knows: {0}"),
    FIRST_ADMINISTRATOR(701, INFO, "first administrator: login {0}, password {1} (made at random, not shown again)"),
    ACCOUNTS_UNREADABLE(702, WARNING, "accounts cannot be read, so nobody is let in and 503 is answered: {0}"),
    TOKEN_USE_NOT_KEPT(
            703, WARNING, "when token or session {0} was last used is not kept this time; its request goes on: {1}"),
    LOCKED_OUT(704, WARNING, "after {1} failed sign-ins {0} has to wait, for longer each time"),
    LOCK_OUT_NOT_RECORDED(705, WARNING, "a lock-out stands in no audit, but holds: {0}"),
    PROVIDER_KEYS_UNAVAILABLE(
            706,
            WARNING,
            "the keys of the identity provider cannot be had, so tokens that need them are answered 503: {0}"),
    AUDIT_HEAD(801, INFO, "the audit has {0} entries, and its head is {1}; kept elsewhere, this proves them"),
    AUDIT_HEAD_UNREADABLE(802, WARNING, "the head of the audit could not be read and is told in an hour: {0}"),
    REDELIVERY_TOLD(901, INFO, "the broker was told version {0} of the redelivery settings of {1}"),
    REDELIVERY_DRIFT(
            902,
            WARNING,
            "the broker has other redelivery settings for {0} than version {1}, which nobody stored; they stay until somebody says which count: {2}"),
    REDELIVERY_NOT_TOLD(
            903, WARNING, "redelivery settings of {0} could not be told to the broker now; it is tried again: {1}"),
    POLICIES_UNREADABLE(
            904, WARNING, "redelivery settings cannot be read now; this node goes on by those it knows: {0}"),
    ERROR_POLICIES_UNREADABLE(
            906, WARNING, "error policies cannot be read now; this node goes on by those it knows: {0}"),
    SESSIONS_EXCEEDED(
            905,
            WARNING,
            "one message more than {0} sessions is worked on from {1}: it has waited for {2}, and its transaction has to end in time"),
    NOTIFICATION_NOT_DELIVERED(
            1001, INFO, "notification {0} was not taken and is sent again later, unless it was the last attempt: {1}"),
    NOTIFICATION_GIVEN_UP(1002, WARNING, "notification {0} is given up: its channel says why, and nobody else is told"),
    NOTIFICATIONS_SENT_AGAIN(1003, WARNING, "{0} notifications waited without a message; sent again");

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
        logWith(null, facts);
    }

    /** As {@link #log}, with a stack trace: for what nobody expected. */
    public void logWith(Throwable cause, Object... facts) {
        if (LOG.isLoggable(level)) {
            LOG.log(level, "LETHE-%04d %s".formatted(number, MessageFormat.format(text, facts)), cause);
        }
    }
}
