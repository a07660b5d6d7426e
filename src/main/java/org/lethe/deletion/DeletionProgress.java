package org.lethe.deletion;

import jakarta.persistence.Tuple;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lethe.storage.StorageId;

/**
 * How far a deletion has come, by its rows at one moment. Files that are gone are those requested and neither waiting
 * nor failed nor waived, so that only rows that are not gone are counted.
 */
record DeletionProgress(long photos, long filesOnEachStorage, Map<StorageId, Map<RemovalState, Long>> notGone) {

    /** Reads rows of (photos, files, storage, state, count); storage is null where every file is gone. */
    static DeletionProgress of(List<Tuple> rows) {
        Map<StorageId, Map<RemovalState, Long>> notGone = new EnumMap<>(StorageId.class);
        for (Tuple row : rows) {
            if (row.get(2) != null) {
                notGone.computeIfAbsent(
                                StorageId.of(row.get(2, String.class)), storage -> new EnumMap<>(RemovalState.class))
                        .put(
                                RemovalState.valueOf(row.get(3, String.class)),
                                row.get(4, Number.class).longValue());
            }
        }
        Tuple first = rows.get(0);
        return new DeletionProgress(
                first.get(0, Number.class).longValue(),
                first.get(1, Number.class).longValue(),
                notGone);
    }

    DeletionView.Files files() {
        return new DeletionView.Files(
                filesOnEachStorage * StorageId.values().length,
                new DeletionView.Gone(gone(StorageId.MAIN), gone(StorageId.BACKUP)),
                count(RemovalState.WAITING),
                count(RemovalState.FAILED),
                count(RemovalState.WAIVED));
    }

    private long gone(StorageId storage) {
        return filesOnEachStorage
                - notGone.getOrDefault(storage, Map.of()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private long count(RemovalState state) {
        return notGone.values().stream()
                .mapToLong(states -> states.getOrDefault(state, 0L))
                .sum();
    }
}
