package org.lethe.callback;

/**
 * What callbacks are signed with, as its owner is shown it.
 *
 * @param secret {@code whsec_} and Base64, as the libraries of Standard Webhooks take it
 */
public record CallbackSecretView(String secret) {

    /** Without the secret: this may be logged. */
    @Override
    public String toString() {
        return "a callback secret";
    }
}
