package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.audit.Origin;

/** Takes what the broker has for the first version of each queue that has none. */
@Dependent
public class AdoptPresentSettings {

    private static final String REASON = "What the broker had when Lethe looked first";

    private final PolicyVersions versions;
    private final BrokerSide broker;
    private final Audit audit;

    @Inject
    AdoptPresentSettings(PolicyVersions versions, BrokerSide broker, Audit audit) {
        this.versions = versions;
        this.broker = broker;
        this.audit = audit;
    }

    /**
     * Call it once the schema is there and the broker answers; again, and on other nodes, it does nothing.
     *
     * @throws org.lethe.broker.BrokerUnavailableException when the broker does not answer after all
     */
    @Transactional
    public void ensure() {
        ManagedQueue.ALL.stream()
                .filter(queue -> versions.state(queue).isEmpty())
                .forEach(this::adopt);
    }

    private void adopt(ManagedQueue queue) {
        ToldSettings told = broker.present(queue);
        PolicyVersion first =
                new PolicyVersion(queue.queue(), 1, told.policy(0, 0), told, REASON, Origin.SYSTEM.actor(), null, null);
        if (versions.addFirst(first)) {
            audit.record(
                    Origin.SYSTEM,
                    AuditAction.REDELIVERY_CHANGED,
                    queue.queue(),
                    Map.of("version", 1, "reason", REASON, "policy", PolicyJson.of(first.policy())));
        }
    }
}
