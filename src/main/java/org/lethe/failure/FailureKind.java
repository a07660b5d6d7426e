package org.lethe.failure;

/** What failed. */
public enum FailureKind {
    /** The removal of one file from one storage. */
    REMOVAL,
    /** The planning of a deletion. */
    PLAN,
    /** A message that is not ours, or whose request never committed. */
    MESSAGE
}
