package org.lethe.account;

/** Slows down guessing. */
interface AttemptLimit {

    /**
     * Takes one attempt, which counts as failed until {@link #succeeded}: so attempts that come at the same time do not
     * all pass before the first of them has failed.
     *
     * @throws LockedOutException when it has to wait
     */
    void take(String login, String address);

    /** The attempt that was taken was none to be counted. */
    void succeeded(String login, String address);
}
