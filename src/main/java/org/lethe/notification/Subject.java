package org.lethe.notification;

/** What the happenings of a group are. */
enum Subject {
    FAILURES(Topic.FAILURES),
    /** Nothing says when they are over. */
    ERRORS(Topic.ERRORS),
    BREAKER(Topic.BREAKERS);

    private final Topic topic;

    Subject(Topic topic) {
        this.topic = topic;
    }

    /** What a channel must tell of to be told of it. */
    Topic topic() {
        return topic;
    }

    /** What is told when it happens. */
    What begun() {
        return switch (this) {
            case FAILURES -> What.FAILURES_OPENED;
            case ERRORS -> What.ERRORS_NOTICED;
            case BREAKER -> What.BREAKER_OPENED;
        };
    }

    boolean canBeOver() {
        return this != ERRORS;
    }

    /** What is told when it is over. */
    What over() {
        return this == BREAKER ? What.BREAKER_CLOSED : What.FAILURES_SETTLED;
    }
}
