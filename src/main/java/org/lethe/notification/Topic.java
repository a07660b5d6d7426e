package org.lethe.notification;

/** What a channel tells of. */
public enum Topic {
    /** Failures that wait for a person. */
    FAILURES,
    /** That of failures which were told none is left. */
    RECOVERIES,
    /** Errors that a policy wants to be told, though nobody must see to them yet. */
    ERRORS,
    /** That a storage's queue is held, and that it goes on. */
    BREAKERS
}
