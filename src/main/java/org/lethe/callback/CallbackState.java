package org.lethe.callback;

/** The life of a callback. A deletion that ends again, since a failure was sent again, begins anew with SENDING. */
public enum CallbackState {
    /** The deletion has not ended. */
    WAITING,
    /** It has, and nobody has taken the callback yet; the broker tries again. */
    SENDING,
    /** It was answered 2xx. */
    DELIVERED,
    /** Given up: every attempt failed, or it was answered 410. */
    FAILED
}
