package org.lethe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Files removed in a second, from the request until the deletion is COMPLETED, against {@code rm} in the same run. */
final class RemovalRate {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Subject subject;
    private final int photos;
    private final List<FileTree> peers;
    private final List<Double> product = new ArrayList<>();
    private final List<Double> rmDirectories = new ArrayList<>();
    private final List<Double> rmFiles = new ArrayList<>();
    private CpuUse cpu;

    RemovalRate(Subject subject, int photos, Path workDirectory) {
        this.subject = subject;
        this.photos = photos;
        this.peers = Stream.of("main", "backup")
                .map(name -> new FileTree(workDirectory.resolve("peer-" + name)))
                .toList();
    }

    /** Measures {@code rounds} times each, in turn. */
    RemovalRate measured(int rounds) throws IOException, SQLException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            product.add(product());
            rmDirectories.add(rmDirectories());
            rmFiles.add(rmFiles());
            System.out.printf(
                    Locale.ROOT,
                    "  round %d: Lethe %.0f files/s, eight rm -rf %.0f, eight rm -f of the files %.0f%n    %s%n",
                    round + 1,
                    product.get(round),
                    rmDirectories.get(round),
                    rmFiles.get(round),
                    cpu);
        }
        return this;
    }

    Samples files() {
        return new Samples(product);
    }

    Samples againstDirectories() {
        return new Samples(rmDirectories);
    }

    Samples againstFiles() {
        return new Samples(rmFiles);
    }

    double ratio() {
        return files().median() / againstDirectories().median();
    }

    /** One deletion, in files a second. */
    double product() throws IOException, SQLException, InterruptedException {
        UUID album = new Albums(subject.database()).stored(photos, subject.storages());
        return remove(album);
    }

    double remove(UUID album) throws IOException, SQLException, InterruptedException {
        CpuUse before = CpuUse.now(subject);
        Api.Accepted accepted = subject.api().deleteAlbum(album);
        Instant completed = subject.awaitCompleted(accepted.deletion(), LIMIT);
        cpu = CpuUse.now(subject).since(before);
        for (FileTree storage : subject.storages()) {
            if (storage.count() != 0) {
                throw new IllegalStateException("COMPLETED, and " + storage.count() + " files in " + storage.root());
            }
        }
        return rate(Duration.between(accepted.asked(), completed));
    }

    private double rmDirectories() throws IOException, InterruptedException {
        makePeers();
        return rate(RemoveWithRm.directories(peers));
    }

    private double rmFiles() throws IOException, InterruptedException {
        List<UUID> keys = makePeers();
        return rate(RemoveWithRm.files(peers, keys));
    }

    private List<UUID> makePeers() throws IOException, InterruptedException {
        List<UUID> keys = Stream.generate(UUID::randomUUID).limit(photos).toList();
        for (FileTree peer : peers) {
            Files.createDirectories(peer.root());
            peer.write(keys, Albums.BYTES_EACH);
        }
        peers.get(0).sync();
        return keys;
    }

    private double rate(Duration took) {
        return 2.0 * photos / took.toNanos() * 1e9;
    }
}
