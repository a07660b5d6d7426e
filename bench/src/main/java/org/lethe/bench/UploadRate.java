package org.lethe.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.lethe.bench.load.Owners;
import org.lethe.bench.load.Reply;
import org.lethe.bench.load.Wire;

/**
 * Uploads of 8 MB by four clients, against the same bytes written and synced to two directories by as many threads as
 * there are files to be written; and one upload of 2 GB into a server with a heap of 512 MB. In turn, round by round.
 */
final class UploadRate {

    private static final int BYTES = 8 << 20;
    private static final int SMALL_BYTES = 16 << 10;
    private static final int CLIENTS = 4;
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(2);
    private static final int BLOCK_BYTES = 128 << 10;
    private static final long LARGE_BYTES = 2_000_000_000L;
    private static final double LEAST_RATIO = 0.7;

    /** A JPEG up to where its picture begins: 8 by 8, one component. */
    private static final byte[] HEAD = {
        (byte) 0xff,
        (byte) 0xd8,
        (byte) 0xff,
        (byte) 0xc0,
        0,
        11,
        8,
        0,
        8,
        0,
        8,
        1,
        1,
        17,
        0,
        (byte) 0xff,
        (byte) 0xda,
        0,
        8,
        1,
        1,
        0,
        0,
        63,
        0
    };

    private final Subject subject;
    private final Path work;
    private final int smallWarmUps;
    private final int warmUpRounds;
    private final int filesEach;
    private final int rounds;
    private final Consumer<String> say;
    private final byte[] content = new byte[BYTES];
    private final List<Wire> clients = new ArrayList<>();
    private final List<Double> ofLethe = new ArrayList<>();
    private final List<Double> ofPeer = new ArrayList<>();
    private int made;

    UploadRate(Subject subject, Path work, boolean quick, Consumer<String> say) {
        this.subject = subject;
        this.work = work;
        this.smallWarmUps = quick ? 20 : 1_000;
        this.warmUpRounds = quick ? 1 : 20;
        this.filesEach = quick ? 2 : 10;
        this.rounds = quick ? 1 : 9;
        this.say = say;
        new Random(1).nextBytes(content);
        System.arraycopy(HEAD, 0, content, 0, HEAD.length);
    }

    Section measure() throws IOException, SQLException, InterruptedException {
        String owner = Owners.make(subject.url(), subject.adminPassword(), 1).get(0);
        for (int n = 0; n < CLIENTS; n++) {
            clients.add(new Wire(subject.url(), owner));
        }
        try {
            measure("/api/albums/" + album() + "/photos");
        } finally {
            clients.forEach(Wire::close);
        }
        UUID album = subject.api().createAlbum("large");
        long start = System.nanoTime();
        subject.api().upload(album, LARGE_BYTES, () -> new Repeated(content, LARGE_BYTES));
        Duration large = Duration.ofNanos(System.nanoTime() - start);
        return section(large, Backlog.peakMemory(subject.server().pid()));
    }

    private void measure(String photos) throws IOException, SQLException, InterruptedException {
        Work upload = (client, bytes) -> upload(client, photos, bytes);
        round(upload, SMALL_BYTES, smallWarmUps); // a server lives for weeks: until the code of a request is compiled
        for (int round = 0; round < warmUpRounds; round++) {
            round(upload, BYTES, filesEach);
        }
        for (int round = 0; round < rounds; round++) {
            subject.awaitNoThumbnailPending(SETTLED_WITHIN); // neither takes from the other
            ofPeer.add(round(this::written, BYTES, filesEach));
            ofLethe.add(round(upload, BYTES, filesEach));
            say.accept(Wording.of(
                    "round %d: Lethe %.0f MB/s, written %.0f MB/s", round + 1, ofLethe.get(round), ofPeer.get(round)));
        }
    }

    private String album() throws IOException {
        Reply album = clients.get(0)
                .send("POST", "/api/albums", "application/json", "{\"name\":\"uploads\"}".getBytes(UTF_8));
        return album.locatedId();
    }

    /** Makes a file of these bytes, as one of the clients. */
    private interface Work {
        void with(int client, byte[] bytes) throws Exception;
    }

    private void upload(int client, String photos, byte[] bytes) throws IOException {
        Reply reply = clients.get(client).send("POST", photos, "image/jpeg", bytes);
        if (!reply.isSuccess()) {
            throw new IOException("an upload was answered " + reply.status() + ": " + reply.text());
        }
    }

    /** MB of files per second; each counts once, though it is written twice. */
    private double round(Work work, int bytes, int files) throws IOException, InterruptedException {
        subject.storages().get(0).sync();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            long start = System.nanoTime();
            List<Future<Void>> running = new ArrayList<>();
            for (int n = 0; n < CLIENTS; n++) {
                running.add(threads.submit(client(work, n, bytes, files)));
            }
            for (Future<Void> client : running) {
                client.get();
            }
            return CLIENTS * files * (bytes / 1e6) / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private Callable<Void> client(Work work, int client, int bytes, int files) {
        int round = made++;
        return () -> {
            byte[] own = Arrays.copyOf(content, bytes);
            for (int n = 0; n < files; n++) {
                ByteBuffer.wrap(own).putInt(bytes - 8, round).putInt(bytes - 4, n);
                work.with(client, own);
            }
            return null;
        };
    }

    private void written(int client, byte[] bytes) throws ExecutionException, InterruptedException {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            String name = client + "-" + UUID.randomUUID();
            Future<Void> main = both.submit(() -> write(work.resolve("peer-main"), name, bytes));
            Future<Void> backup = both.submit(() -> write(work.resolve("peer-backup"), name, bytes));
            main.get();
            backup.get();
        } finally {
            both.shutdown();
        }
    }

    private static Void write(Path directory, String name, byte[] bytes) throws IOException {
        Files.createDirectories(directory);
        try (FileChannel file =
                FileChannel.open(directory.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int from = 0; from < bytes.length; from += BLOCK_BYTES) {
                file.write(ByteBuffer.wrap(bytes, from, Math.min(BLOCK_BYTES, bytes.length - from)));
            }
            file.force(true);
        }
        try (FileChannel self = FileChannel.open(directory)) {
            self.force(true);
        }
        return null;
    }

    private Section section(Duration large, String memoryOfServer) {
        Samples lethe = new Samples(ofLethe);
        Samples peer = new Samples(ofPeer);
        double ratio = lethe.median() / peer.median();
        Figure rate = new Figure(
                "uploads of 8 MB, 4 clients",
                Wording.of("%.2f (%.0f MB/s)", ratio, lethe.median()),
                Wording.of("%.0f MB/s written and synced to both", peer.median()),
                "at least 0.7",
                ratio >= LEAST_RATIO);
        Figure memory = new Figure(
                "an upload of 2 GB into a heap of 512 MB",
                Wording.of("stored in %.0f s", large.toMillis() / 1e3),
                "most memory of the server " + memoryOfServer,
                "stored",
                true);
        String text = Wording.of(
                "%d rounds, in turn, of %d files of 8 MB by each of 4 clients, no two files alike. Written and synced: the"
                        + " same bytes to two directories on the same disk, both at once, each file and its directory synced."
                        + " Before, %,d uploads of 16 KiB by each client and %d rounds of 8 MB as warm-up; each round begins when no"
                        + " thumbnail is waited for. Clients, server and database share the machine.%n%nMB/s of the rounds: Lethe %s; written %s.",
                rounds, filesEach, smallWarmUps, warmUpRounds, list(ofLethe), list(ofPeer));
        return new Section("Uploads", List.of(rate, memory), text);
    }

    private static String list(List<Double> values) {
        return String.join(
                ", ", values.stream().map(value -> Wording.of("%.0f", value)).toList());
    }

    /** The same bytes again and again, up to a length. */
    private static final class Repeated extends InputStream {

        private final byte[] bytes;
        private final long length;
        private long position;

        Repeated(byte[] bytes, long length) {
            this.bytes = bytes;
            this.length = length;
        }

        @Override
        public int read() {
            return position == length ? -1 : bytes[(int) (position++ % bytes.length)] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            if (position == length) {
                return -1;
            }
            int from = (int) (position % bytes.length);
            int given = (int) Math.min(Math.min(count, bytes.length - from), length - position);
            System.arraycopy(bytes, from, target, offset, given);
            position += given;
            return given;
        }
    }
}
