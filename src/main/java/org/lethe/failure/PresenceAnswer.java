package org.lethe.failure;

/** What a storage says when it is asked for files. */
enum PresenceAnswer {
    PRESENT,
    GONE,
    /** Some are there, some are not. */
    PARTLY,
    /** Something is in the place of a file that is none. */
    OTHER,
    /** It does not answer, or not in time: nobody knows. */
    UNAVAILABLE
}
