package org.lethe.redrive;

/**
 * A step of a ramp.
 *
 * @param number from 1
 * @param of how many steps the ramp has
 * @param size how many items go in it
 * @param sent how many of these went
 */
public record RampStep(int number, int of, int size, long sent) {

    /** How many are left to go; none while it is only waited for what becomes of them. */
    long left() {
        return size - sent;
    }

    boolean waitsForOutcomes() {
        return left() == 0;
    }
}
