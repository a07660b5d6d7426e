package org.lethe.push;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.lethe.log.LogEvent;
import org.lethe.outbound.NotDeliveredException;

/**
 * Makes an attempt at what a row says and, when it was not taken, has kept why in a transaction of its own, which the failure
 * does not undo. The attempt's transaction is rolled back, so the broker decides when the message comes again.
 */
@Dependent
public class AttemptRow {

    @Resource
    TransactionSynchronizationRegistry transaction;

    /**
     * Makes one.
     *
     * @param attempt throws {@link NotDeliveredException} when it was not taken
     * @param keep why it was not, in a transaction of its own
     * @param notDelivered what the log says then
     */
    public void make(
            RowMessage message,
            Consumer<RowMessage> attempt,
            BiConsumer<RowMessage, String> keep,
            LogEvent notDelivered) {
        try {
            attempt.accept(message);
        } catch (NotDeliveredException failed) {
            keep(message, keep, failed);
            // Not thrown: the container would discard the listener and log a hundred lines for each attempt (ADR 1).
            transaction.setRollbackOnly();
            notDelivered.log(message.id(), failed.getMessage());
        }
    }

    /** An attempt that cannot be recorded, say because the database is away, fails all the same. */
    private static void keep(RowMessage message, BiConsumer<RowMessage, String> keep, NotDeliveredException failed) {
        try {
            keep.accept(message, failed.getMessage());
        } catch (RuntimeException notRecorded) {
            failed.addSuppressed(notRecorded);
        }
    }
}
