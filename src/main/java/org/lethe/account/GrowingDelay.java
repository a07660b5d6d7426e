package org.lethe.account;

import java.time.Duration;

/**
 * How long to wait after so many failures: nothing for the first, then a second, and twice as long each time, up to the
 * longest. A second more guess each time would be a linear wait, which a patient program does not mind.
 */
final class GrowingDelay {

    private static final int MOST_DOUBLINGS = 30;

    private GrowingDelay() {}

    static Duration after(int failures, int free, Duration longest) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(failures - free, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
