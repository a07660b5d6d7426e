package org.lethe.deletion;

import jakarta.persistence.Tuple;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lethe.storage.StorageId;

/**
 * How far a deletion has come, by its rows at one moment. Files that are gone are those requested and neither waiting
 * nor failed nor waived, so that only rows that are not gone are counted.
 */
record DeletionProgress(
        long photos, long filesOnEachStorage, boolean isRestorable, Map<StorageId, Map<RemovalState, Long>> notGone) {

    /** Reads rows of (deletion, photos, files, restorable, storage, state, count); storage is null where all is gone. */
    static Map<UUID, DeletionProgress> of(List<Tuple> rows) {
        Map<UUID, DeletionProgress> progress = new HashMap<>();
        for (Tuple row : rows) {
            progress.computeIfAbsent(row.get(0, UUID.class), deletion -> of(row))
                    .add(row);
        }
        return progress;
    }

    private static DeletionProgress of(Tuple row) {
        return new DeletionProgress(
                row.get(1, Number.class).longValue(),
                row.get(2, Number.class).longValue(),
                row.get(3, Boolean.class),
                new EnumMap<>(StorageId.class));
    }

    private void add(Tuple row) {
        if (row.get(4) != null) {
            notGone.computeIfAbsent(
                            StorageId.of(row.get(4, String.class)), storage -> new EnumMap<>(RemovalState.class))
                    .put(
                            RemovalState.valueOf(row.get(5, String.class)),
                            row.get(6, Number.class).longValue());
        }
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
