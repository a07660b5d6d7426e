package org.lethe.breaker;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.BrokerUnavailableException;
import org.lethe.redelivery.LivePolicies;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.StorageId;

/** Tells how storages are, and what becomes of the work on them. The broker may be away, and the storage too. */
@Dependent
public class DescribeStorages {

    private final Breakers breakers;
    private final BrokerManagement broker;
    private final LivePolicies policies;
    private final BreakerLimits ofSettings;

    @Inject
    DescribeStorages(Breakers breakers, BrokerManagement broker, LivePolicies policies, LetheSettings settings) {
        this.breakers = breakers;
        this.broker = broker;
        this.policies = policies;
        this.ofSettings = BreakerLimits.of(settings.breaker());
    }

    /** Without their probes and histories. */
    @Transactional
    public StorageList all() {
        return new StorageList(breakers.all().stream()
                .map(stored -> view(stored, breakers.probes(stored.breaker().storage(), 1), null, null))
                .toList());
    }

    @Transactional
    public StorageView one(StorageId storage) {
        List<Probe> probes = breakers.probes(storage, Breakers.PROBES);
        return view(
                breakers.find(storage),
                probes,
                probes.stream().map(StorageView.Look::of).toList(),
                breakers.history(storage));
    }

    private StorageView view(
            StoredBreaker stored,
            List<Probe> newestFirst,
            List<StorageView.Look> probes,
            List<StorageView.Change> history) {
        StorageId storage = stored.breaker().storage();
        String queue = StorageQueue.of(storage);
        return new StorageView(
                storage.wireName(),
                StorageView.Health.of(newestFirst),
                StorageView.Removals.of(breakers.goneWithinAMinute(storage)),
                new StorageView.Queue(
                        queue,
                        stored.breaker().isOpen() || policies.isPaused(queue),
                        messages(queue).orElse(null)),
                StorageView.OfBreaker.of(stored, stored.limits(ofSettings)),
                probes,
                history);
    }

    private Optional<StorageView.Messages> messages(String queue) {
        try {
            return Optional.of(StorageView.Messages.of(broker.depth(queue)));
        } catch (BrokerUnavailableException away) {
            return Optional.empty();
        }
    }
}
