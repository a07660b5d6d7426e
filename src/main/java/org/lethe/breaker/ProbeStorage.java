package org.lethe.breaker;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.lethe.redelivery.HoldQueue;
import org.lethe.storage.FileStorage;
import org.lethe.storage.StorageException;
import org.lethe.storage.StorageId;
import org.lethe.storage.Storages;

/**
 * Looks whether a storage is well: whether it can be written, and is the one that this installation has always used. Outside
 * of any transaction, as it may take as long as the storage's time limit.
 */
@Dependent
class ProbeStorage {

    private final Storages storages;
    private final KnownBreakers known;
    private final ChangeBreaker change;
    private final HoldQueue holdQueue;

    @Inject
    ProbeStorage(Storages storages, KnownBreakers known, ChangeBreaker change, HoldQueue holdQueue) {
        this.storages = storages;
        this.known = known;
        this.change = change;
        this.holdQueue = holdQueue;
    }

    /** Probes it if it is time to. */
    void ifDue(StorageId storage) {
        if (known.isProbeDue(storage)) {
            Probe probe = probe(storage);
            tell(storage, change.probed(storage, probe));
        }
    }

    /** Probes it as a person wants. */
    void now(StorageId storage, String reason) {
        Probe probe = probe(storage);
        tell(storage, change.probedByPerson(storage, probe, reason));
    }

    private void tell(StorageId storage, boolean hasChanged) {
        if (hasChanged) {
            holdQueue.tell(StorageQueue.of(storage));
        }
    }

    private Probe probe(StorageId storage) {
        Instant at = Instant.now();
        long begun = System.nanoTime();
        Optional<String> error = fault(storages.of(storage));
        return new Probe(at, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), error);
    }

    private Optional<String> fault(FileStorage storage) {
        try {
            storage.probe();
            UUID actual = storage.identity();
            return known.identity(storage.id())
                    .filter(always -> !always.equals(actual))
                    .map(always -> "it is another storage (" + actual + ") than the one used so far (" + always + ")");
        } catch (StorageException away) {
            return Optional.of(String.valueOf(away.getMessage()));
        }
    }
}
