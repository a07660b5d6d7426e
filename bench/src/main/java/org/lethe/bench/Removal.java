package org.lethe.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One album that was deleted and is gone.
 *
 * @param took from the request until the deletion was COMPLETED
 * @param cpu what the machine did meanwhile
 */
record Removal(int photos, Duration took, CpuUse cpu, Timeline timeline) {

    private static final int STORAGES = 2;
    private static final Duration LIMIT = Duration.ofMinutes(30);

    /** Makes an album, deletes it and waits until it is gone. */
    static Removal ofNewAlbum(Subject subject, int photos) throws IOException, SQLException, InterruptedException {
        return of(subject, new Albums(subject.database()).stored(photos, subject.storages()), photos);
    }

    /** @throws IllegalStateException when the product says that it is COMPLETED and a file is left */
    static Removal of(Subject subject, UUID album, int photos) throws IOException, SQLException, InterruptedException {
        CpuUse before = CpuUse.now(subject);
        Api.Accepted accepted = subject.api().deleteAlbum(album);
        Instant completed = subject.awaitCompleted(accepted.deletion(), LIMIT);
        CpuUse cpu = CpuUse.now(subject).since(before);
        for (FileTree storage : subject.storages()) {
            if (storage.count() != 0) {
                throw new IllegalStateException("COMPLETED, and " + storage.count() + " files in " + storage.root());
            }
        }
        return new Removal(
                photos,
                Duration.between(accepted.asked(), completed),
                cpu,
                Timeline.of(subject.database(), accepted.deletion()));
    }

    double filesPerSecond() {
        return STORAGES * photos / Wording.seconds(took);
    }

    /** Of the server, the broker and the database together. */
    double processorMillisPerFile() {
        return cpu.processorSeconds() * 1000 / (STORAGES * photos);
    }
}
