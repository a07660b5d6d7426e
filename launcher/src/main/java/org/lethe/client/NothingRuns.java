package org.lethe.client;

/** There is no Lethe that could be shown; the message says what to do. */
public final class NothingRuns extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NothingRuns(String message) {
        super(message);
    }
}
