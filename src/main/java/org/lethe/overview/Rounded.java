package org.lethe.overview;

/** Figures are told with three digits after the point: more would be noise. */
final class Rounded {

    private static final double DIGITS = 1000.0;

    private Rounded() {}

    static double rate(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
