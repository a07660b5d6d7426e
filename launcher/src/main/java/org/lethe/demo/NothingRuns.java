package org.lethe.demo;

/** There is no Lethe that could be shown; the message says what to do. */
final class NothingRuns extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingRuns(String message) {
        super(message);
    }
}
