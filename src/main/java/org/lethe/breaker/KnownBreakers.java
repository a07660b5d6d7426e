package org.lethe.breaker;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.storage.StorageId;

/** What is stored at this moment, each question in a transaction of its own and without a lock. */
@Dependent
class KnownBreakers {

    private final Breakers breakers;

    @Inject
    KnownBreakers(Breakers breakers) {
        this.breakers = breakers;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<StoredBreaker> all() {
        return breakers.all();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean isProbeDue(StorageId storage) {
        StoredBreaker stored = breakers.find(storage);
        return !stored.breaker().nextProbeAt().isAfter(stored.now());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<UUID> identity(StorageId storage) {
        return breakers.identity(storage);
    }
}
