package org.lethe.failure;

/** How a failure was resolved. */
enum Outcome {
    /** Its files are gone, and the storage has proven it. Of removals only. */
    ALREADY_GONE,
    /** By other means, as a person says; nobody has looked. */
    HANDLED
}
