package org.lethe.redrive;

/** What became of an item. */
public enum ItemOutcome {
    /** It has not been its turn. */
    WAITING,
    /** Sent; what becomes of it is not known yet. */
    SENT,
    /** All of its files are gone; of a planning: it goes on. */
    SUCCEEDED,
    /** Its failure, or that of a file that left it, is open again, or it is held until a date. */
    FAILED_AGAIN,
    /** Not sent, and why. */
    SKIPPED
}
