package org.lethe.callback;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.lethe.log.LogEvent;
import org.lethe.outbound.NotDeliveredException;
import org.lethe.push.RowMessage;

/**
 * Makes an attempt and, when it was not taken, keeps why in a transaction of its own, which the failure does not undo. The
 * attempt's transaction is rolled back, so the broker decides when the message comes again.
 */
@Dependent
class AttemptCallback {

    @Resource
    TransactionSynchronizationRegistry transaction;

    private final SendCallback send;
    private final CallbackAttempts attempts;

    @Inject
    AttemptCallback(SendCallback send, CallbackAttempts attempts) {
        this.send = send;
        this.attempts = attempts;
    }

    void make(RowMessage message) {
        try {
            send.send(message);
        } catch (NotDeliveredException failed) {
            record(message, failed);
            // Not thrown: the container would discard the listener and log a hundred lines for each attempt (ADR 1).
            transaction.setRollbackOnly();
            LogEvent.CALLBACK_NOT_DELIVERED.log(message.id(), failed.getMessage());
        }
    }

    /** An attempt that cannot be recorded, say because the database is away, fails all the same. */
    private void record(RowMessage message, NotDeliveredException failed) {
        try {
            attempts.failed(message, failed.getMessage());
        } catch (RuntimeException notRecorded) {
            failed.addSuppressed(notRecorded);
        }
    }
}
