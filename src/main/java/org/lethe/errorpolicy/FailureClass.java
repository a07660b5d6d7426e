package org.lethe.errorpolicy;

/**
 * What failures have in common that are treated alike.
 *
 * @param cause the kind of trouble, the same text for all that have it
 * @param storage null when it is not about one
 * @param queue on which it was tried
 */
public record FailureClass(String cause, ErrorKind kind, String storage, String queue) {

    /** Of any cause: what differs from one file to the next gives way to a word for it. */
    public FailureClass {
        cause = CauseText.normalised(cause);
    }
}
