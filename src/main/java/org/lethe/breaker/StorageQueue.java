package org.lethe.breaker;

import org.lethe.broker.Queues;
import org.lethe.storage.StorageId;

/** The queue on which the removals from a storage wait. */
public final class StorageQueue {

    private StorageQueue() {}

    /** Its name at the broker. */
    public static String of(StorageId storage) {
        return switch (storage) {
            case MAIN -> Queues.MAIN;
            case BACKUP -> Queues.BACKUP;
        };
    }
}
