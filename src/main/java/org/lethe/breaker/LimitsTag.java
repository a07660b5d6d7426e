package org.lethe.breaker;

import org.lethe.storage.StorageId;

/** What the entity tag of a storage is made of: what people change of it. */
record LimitsTag(StorageId storage, int version, BreakerLimits limits) {

    static LimitsTag of(StoredBreaker stored, BreakerLimits limits) {
        return new LimitsTag(stored.breaker().storage(), stored.limitsVersion(), limits);
    }
}
