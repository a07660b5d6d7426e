package org.lethe.callback;

/** A callback was not taken, for a reason of the world that may be another one later. Its message is short and fit for its owner. */
class NotDeliveredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDeliveredException(String reason) {
        super(reason);
    }

    NotDeliveredException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
