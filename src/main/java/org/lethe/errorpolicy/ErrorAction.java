package org.lethe.errorpolicy;

/** What becomes of a failure. */
public enum ErrorAction {
    /** The broker waits and delivers again; after the last attempt a person has it. */
    RETRY,
    /** As {@link #RETRY}, and administrators are told, once for each class and hour. */
    NOTIFY,
    /** A person has it at once; no further attempt is made. */
    HUMAN,
    /** It is left as it is, with the policy's reason. What may pass by itself is tried to the end before. */
    IGNORE,
    /** It waits for a date; until then nothing is tried, and no attempt is used up. */
    HOLD;

    boolean retries() {
        return this == RETRY || this == NOTIFY;
    }

    /** Whether it can be carried out in the transaction that failed; that of an error of the program is lost. */
    boolean settlesAtOnce() {
        return this == HUMAN || this == HOLD;
    }
}
