package org.lethe.serving;

/** Has one follower look, one thread at a time. Tells once when it cannot look any more. */
final class LookAgain implements Runnable {

    private final Follower follower;
    private boolean isBlind;

    LookAgain(Follower follower) {
        this.follower = follower;
    }

    /** Never throws: a schedule that throws is not run again. */
    @Override
    public void run() {
        try {
            follower.obey();
            isBlind = false;
        } catch (RuntimeException failed) {
            if (!isBlind) {
                follower.blind().log(failed.getMessage());
            }
            isBlind = true;
        }
    }
}
