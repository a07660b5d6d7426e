package org.lethe.recovery;

/** A branch was to be committed or rolled back and, as far as is known, is still prepared; trying again later is safe. */
class NotSettledException extends Exception {
    private static final long serialVersionUID = 1L;

    NotSettledException(String resource, Exception cause) {
        super(resource + " did not settle it: " + cause, cause);
    }
}
