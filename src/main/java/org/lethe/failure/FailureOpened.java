package org.lethe.failure;

import java.util.UUID;

/**
 * A failure was opened, or opened again, and people are to hear of it. Fired in the transaction that opens it.
 *
 * @param storage null when it is not about one
 * @param cause the kind of trouble, the same text for all that have it
 */
public record FailureOpened(UUID failureId, FailureKind kind, String storage, String cause) {}
