package org.lethe.launcher;

/** Something could not be started. The message is for the person who started it: what, why, and the log's end. */
public class StartFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailedException(String message) {
        super(message);
    }

    StartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
