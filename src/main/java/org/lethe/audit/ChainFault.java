package org.lethe.audit;

/**
 * The first place where the chain does not hold.
 *
 * @param seq the number of the entry that is missing or not as it was
 */
public record ChainFault(long seq, Kind kind, String detail) {

    /** What is wrong. */
    public enum Kind {
        /** There is no entry of this number, though there are later ones, or the head says so. */
        MISSING,
        /** The entry, or its hash, is not what was written. */
        CHANGED,
        /** The chain ends in another hash than its head says. */
        HEAD_CHANGED,
        /** The entry does not have the hash that was kept outside. */
        NOT_AS_KEPT
    }
}
