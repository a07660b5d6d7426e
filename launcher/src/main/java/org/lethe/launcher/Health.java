package org.lethe.launcher;

/**
 * An answer of one of the server's health addresses.
 *
 * @param status of HTTP; 0 when nobody answered
 * @param body what was answered, or why nothing was
 */
record Health(int status, String body) {
    boolean isUp() {
        return status == 200;
    }

    /** Whether the application has a say in it; before it is deployed, no check is known. */
    boolean hasChecks() {
        return body.contains("\"name\"");
    }

    @Override
    public String toString() {
        return status == 0 ? body : "HTTP " + status + ' ' + body;
    }
}
