package org.lethe.callback;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.lethe.log.LogEvent;
import org.lethe.push.RowMessage;

/** What was tried and failed. */
@Dependent
public class CallbackAttempts {

    private final Callbacks callbacks;

    @Inject
    CallbackAttempts(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    /** Kept whatever becomes of the transaction that it was tried in. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(RowMessage message, String error) {
        callbacks.attemptFailed(message, error);
    }

    /**
     * Gives up a callback that the broker has given up, in the transaction that takes it from the dead letters. Does nothing
     * when it was delivered, or sent anew.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void gaveUp(RowMessage message) {
        if (callbacks.gaveUp(message)) {
            LogEvent.CALLBACK_GIVEN_UP.log(message.id());
        }
    }
}
