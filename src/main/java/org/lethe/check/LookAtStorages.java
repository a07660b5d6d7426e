package org.lethe.check;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lethe.broker.BrokerManagement;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.StorageSettings;
import org.lethe.storage.FileStorage;
import org.lethe.storage.StorageId;
import org.lethe.storage.Storages;

/** Whether each storage is the right one, can be written, and has room; and the broker's disk. */
@Dependent
class LookAtStorages {

    private static final String STORAGE = "STORAGE";
    private static final String DISK = "DISK";
    private static final double LITTLE = 0.10;
    private static final double TOO_LITTLE = 0.03;
    private static final double PERCENT = 100;

    private final Storages storages;
    private final StorageIdentities identities;
    private final BrokerManagement broker;
    private final StorageSettings settings;

    @Inject
    LookAtStorages(Storages storages, StorageIdentities identities, BrokerManagement broker, LetheSettings settings) {
        this.storages = storages;
        this.identities = identities;
        this.broker = broker;
        this.settings = settings.storage();
    }

    List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        for (FileStorage storage : storages.all()) {
            String id = storage.id().wireName();
            looks.add(Look.at(
                    "storage-identity-" + id,
                    STORAGE,
                    "Storage " + id + " is the one it always was",
                    subject -> identities
                            .anotherThanKnown(storage)
                            .map(fault -> subject.fail(fault, "Mount the right one, and restart the node."))
                            .orElseGet(() -> subject.ok("its identity is the one that is known"))));
            looks.add(Look.at(
                    "storage-writable-" + id,
                    STORAGE,
                    "Storage " + id + " can be written",
                    subject -> writable(subject, storage)));
            looks.add(Look.at(
                    "storage-disk-" + id, DISK, "Storage " + id + " has room", subject -> room(subject, storage)));
        }
        looks.add(Look.at("broker-disk", DISK, "The broker's disk has room", this::brokersDisk));
        return looks;
    }

    private static Check writable(Check.Subject subject, FileStorage storage) {
        try {
            storage.probe();
            return subject.ok("a file was written, synced and removed");
        } catch (RuntimeException cannot) { // whatever it is, it says so
            return subject.fail(String.valueOf(cannot.getMessage()), "See the disk, the mount and its permissions.");
        }
    }

    /** Only of one that answers within its time limit: a dead mount would hold this thread for ever. */
    private Check room(Check.Subject subject, FileStorage storage) {
        storage.identity();
        Path directory = storage.id() == StorageId.MAIN ? settings.mainDirectory() : settings.backupDirectory();
        try {
            FileStore disk = Files.getFileStore(directory);
            double free = (double) disk.getUsableSpace() / disk.getTotalSpace();
            return room(subject, free, "Make room: uploads fail on a full disk. Removals go on.");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Check brokersDisk(Check.Subject subject) {
        double used = ((Number) broker.attribute("diskStoreUsage")).doubleValue();
        return room(
                subject,
                1 - used,
                "Make room: on a full disk the broker refuses messages, so that deletes answer 503.");
    }

    private static Check room(Check.Subject subject, double free, String todo) {
        String found = "%.0f %% of the disk is free".formatted(free * PERCENT);
        if (free < TOO_LITTLE) {
            return subject.fail(found, todo);
        }
        return free < LITTLE ? subject.warn(found, todo) : subject.ok(found);
    }
}
