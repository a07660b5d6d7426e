package org.lethe.check;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Everything that must be so before a node serves. All faults are found at once. */
@Dependent
public class StartupChecks {

    private final DatabaseChecks database;
    private final BrokerChecks broker;
    private final StorageIdentities storages;

    @Inject
    StartupChecks(DatabaseChecks database, BrokerChecks broker, StorageIdentities storages) {
        this.database = database;
        this.broker = broker;
        this.storages = storages;
    }

    /** What is wrong, each with what to do; empty when the node may serve. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>(database.faults());
        faults.addAll(broker.faults());
        faults.addAll(storages.faults());
        return faults;
    }
}
