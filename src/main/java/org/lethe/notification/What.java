package org.lethe.notification;

import java.util.Locale;

/** What a notification tells. The names stand in the database and in what others are sent: add some, change none. */
public enum What {
    FAILURES_OPENED(Subject.FAILURES),
    FAILURES_SETTLED(Subject.FAILURES),
    ERRORS_NOTICED(Subject.ERRORS),
    BREAKER_OPENED(Subject.BREAKER),
    BREAKER_CLOSED(Subject.BREAKER),
    /** Nothing: somebody tries a channel. */
    TEST(Subject.FAILURES);

    private final Subject subject;

    What(Subject subject) {
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }

    /** The type of the CloudEvent. */
    String eventType() {
        return "org.lethe." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
