package org.lethe.requester;

/** A request could be neither accepted nor refused now. The broker delivers it again. */
class NotNowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotNowException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
