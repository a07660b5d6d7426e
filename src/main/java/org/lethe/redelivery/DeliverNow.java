package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;

/**
 * Delivers at once what waits for its next attempt on a queue; it keeps its number of attempts. What waits there for the
 * end of a restore window comes too, and is put back for the rest of it.
 */
@Dependent
public class DeliverNow {

    private final BrokerSide broker;
    private final Audit audit;

    @Inject
    DeliverNow(BrokerSide broker, Audit audit) {
        this.broker = broker;
        this.audit = audit;
    }

    /**
     * Delivers all that waits.
     *
     * @param reason why; empty when nobody said
     * @return how many messages waited
     * @throws org.lethe.broker.BrokerUnavailableException when the broker does not answer; then nothing is recorded
     */
    @Transactional
    public long deliver(ManagedQueue queue, Optional<String> reason) {
        long waiting = broker.depth(queue).scheduled();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("messages", waiting);
        reason.ifPresent(why -> details.put("reason", why));
        audit.record(AuditAction.REDELIVERY_DELIVERED, queue.queue(), details);
        broker.deliverNow(queue);
        return waiting;
    }
}
