package org.lethe.check;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.database.PlainDatabase;
import org.lethe.storage.FileStorage;
import org.lethe.storage.StorageUnavailableException;
import org.lethe.storage.Storages;

/**
 * Whether each storage is the one that this installation has always used. An empty directory that stands where a mount
 * should be would otherwise look like a storage from which everything is gone.
 */
@Dependent
class StorageIdentities {

    private final PlainDatabase database;
    private final Storages storages;

    @Inject
    StorageIdentities(PlainDatabase database, Storages storages) {
        this.database = database;
        this.storages = storages;
    }

    /** A storage that does not answer is no fault: work for it waits until it does. */
    List<String> faults() {
        return storages.all().stream()
                .map(this::fault)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> fault(FileStorage storage) {
        try {
            return anotherThanKnown(storage);
        } catch (StorageUnavailableException away) {
            return Optional.empty();
        }
    }

    /** @throws StorageUnavailableException when it does not answer */
    Optional<String> anotherThanKnown(FileStorage storage) {
        UUID actual = storage.identity();
        UUID known = known(storage.id().wireName(), actual);
        return known.equals(actual)
                ? Optional.empty()
                : Optional.of("storage " + storage.id() + " is another one (" + actual + ") than this installation has"
                        + " used so far (" + known + "): mount the right one; nothing was removed");
    }

    private UUID known(String storage, UUID first) {
        database.all(
                "insert into storage (id, identity) values (?, ?) on conflict (id) do nothing returning id",
                row -> row.getString(1),
                storage,
                first);
        return database.all("select identity from storage where id = ?", row -> row.getObject(1, UUID.class), storage)
                .get(0);
    }
}
