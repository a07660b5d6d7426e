package org.lethe.requester;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.lethe.log.LogEvent;

/**
 * Makes an attempt at a request. One that was overtaken by another request is rolled back, and is refused in good order, or
 * found done, when the broker delivers it again.
 */
@Dependent
class AttemptRequest {

    @Resource
    TransactionSynchronizationRegistry transaction;

    private final CarryOutRequest carryOut;

    @Inject
    AttemptRequest(CarryOutRequest carryOut) {
        this.carryOut = carryOut;
    }

    void make(ReceivedRequest request) {
        try {
            carryOut.carryOut(request);
        } catch (NotNowException failed) {
            // Not thrown: the container would discard the listener and log a hundred lines for each attempt (ADR 1).
            transaction.setRollbackOnly();
            LogEvent.REQUEST_NOT_CARRIED_OUT.log(failed.getMessage());
        }
    }
}
