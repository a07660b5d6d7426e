package org.lethe.errorpolicy;

import java.util.Objects;

/**
 * Which classes of failure a policy is about. What is null is open to any.
 *
 * @param cause exactly this kind of trouble
 * @param storage its name, such as {@code backup}
 */
public record FailureMatch(String cause, ErrorKind kind, String storage, String queue) {

    private static final int CAUSE = 8;
    private static final int KIND = 4;
    private static final int STORAGE = 2;
    private static final int QUEUE = 1;

    /** All of one kind of trouble, on one storage or on any. */
    public static FailureMatch of(String cause, String storage) {
        return new FailureMatch(cause, null, storage, null);
    }

    /** Whether failures of a class are among them. */
    public boolean matches(FailureClass failure) {
        return isOpenOr(cause, failure.cause())
                && isOpenOr(kind, failure.kind())
                && isOpenOr(storage, failure.storage())
                && isOpenOr(queue, failure.queue());
    }

    /**
     * How narrow it is. The cause says more than all the others together, then the kind, then the storage; so two that are
     * equally narrow and match the same failure are equal.
     */
    int specificity() {
        return (cause == null ? 0 : CAUSE)
                + (kind == null ? 0 : KIND)
                + (storage == null ? 0 : STORAGE)
                + (queue == null ? 0 : QUEUE);
    }

    boolean matchesAll() {
        return specificity() == 0;
    }

    private static boolean isOpenOr(Object wanted, Object found) {
        return wanted == null || Objects.equals(wanted, found);
    }
}
