package org.lethe.callback;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.lethe.push.RowMessage;

/** What was tried and failed, kept whatever becomes of the transaction that it was tried in. */
@Dependent
public class CallbackAttempts {

    private final Callbacks callbacks;

    @Inject
    CallbackAttempts(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(RowMessage message, String error) {
        callbacks.attemptFailed(message, error);
    }
}
