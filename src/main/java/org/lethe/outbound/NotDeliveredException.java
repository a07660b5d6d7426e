package org.lethe.outbound;

/**
 * What was to be told was not taken, for a reason of the world that may be another one later. Its message is short and fit for
 * whoever named the address.
 */
public class NotDeliveredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotDeliveredException(String reason) {
        super(reason);
    }

    public NotDeliveredException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
