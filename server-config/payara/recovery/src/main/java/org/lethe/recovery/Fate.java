package org.lethe.recovery;

/** What is to become of a branch that a resource holds prepared. */
enum Fate {
    /** Its transaction lives, or nothing is known of it here. */
    LEAVE,
    /** Its transaction was decided to commit and has ended without this branch. */
    COMMIT,
    /** Its transaction was decided to roll back and has ended without this branch. */
    ROLL_BACK,
    /** Its transaction was begun by this process, has ended, and left nothing to be done: it had no decision to commit. */
    FORGOTTEN
}
