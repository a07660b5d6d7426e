package org.lethe.callback;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.lethe.log.LogEvent;
import org.lethe.push.RowMessage;

/** Gives up a callback that the broker has given up, in the transaction that takes it from the dead letters. */
@Dependent
public class GiveUpCallback {

    private final Callbacks callbacks;

    @Inject
    GiveUpCallback(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    /** Does nothing when it was delivered, or sent anew. */
    @Transactional(Transactional.TxType.MANDATORY)
    void of(RowMessage message) {
        if (callbacks.gaveUp(message)) {
            LogEvent.CALLBACK_GIVEN_UP.log(message.id());
        }
    }
}
