package org.lethe.notification;

import java.net.HttpURLConnection;

/**
 * What came of passing something on.
 *
 * @param status of HTTP; null when it did not go by that
 * @param said the beginning of what was answered; null when it was taken, or nothing was said that may be shown
 */
record Delivery(Integer status, String said) {

    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int REDIRECTS_END = 400;

    /** By mail, which says no more than that. */
    static final Delivery TAKEN = new Delivery(null, null);

    boolean isTaken() {
        return status == null || (status >= OK && status < REDIRECTS);
    }

    /** Whether there is no use in another attempt. */
    boolean isForGood() {
        return status != null && status == HttpURLConnection.HTTP_GONE;
    }

    /** Why it was not taken. */
    String error() {
        boolean redirects = status >= REDIRECTS && status < REDIRECTS_END;
        return "answered " + status
                + (redirects ? ", and redirects are not followed" : "")
                + (isForGood() ? ", which asks for no other attempt" : "")
                + (said == null || said.isEmpty() ? "" : ": " + said);
    }
}
