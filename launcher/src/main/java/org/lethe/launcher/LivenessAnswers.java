package org.lethe.launcher;

/**
 * Decides, answer by answer, when a process that runs and says that it does not live is to be stopped: after six such
 * answers in a row. When that did not mend it, twice as many are needed the next time, and so on up to 720; once it has
 * lived for 720 answers in a row it is as if nothing had been. With an answer every five seconds these are half a minute
 * and an hour. Not for use by many threads.
 */
final class LivenessAnswers {
    static final int FEWEST = 6;
    static final int MOST = 720;

    private int patience = FEWEST;
    private int dead;
    private int alive;

    /** Takes the next answer of the process; true when it is to be stopped now. */
    boolean callForAStop(boolean lives) {
        if (lives) {
            dead = 0;
            alive++;
            if (alive >= MOST) {
                patience = FEWEST;
            }
            return false;
        }
        alive = 0;
        dead++;
        if (dead < patience) {
            return false;
        }
        dead = 0;
        patience = Math.min(2 * patience, MOST);
        return true;
    }

    /** The process was started anew: what it answered before counts no more, how often it was stopped does. */
    void startAnew() {
        dead = 0;
        alive = 0;
    }
}
