package org.lethe.identity;

/** The provider's keys cannot be had now, so nobody can say whether the token is genuine; later somebody can. */
public final class KeysUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysUnavailableException(Throwable cause) {
        super("the provider's keys cannot be had: " + cause.getMessage(), cause);
    }
}
