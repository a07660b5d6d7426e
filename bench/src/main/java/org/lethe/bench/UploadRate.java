package org.lethe.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Uploads of 8 MB by four clients, against the same bytes written and synced to two directories by as many threads as
 * there are files to be written; and one upload of 2 GB into a server with a heap of 512 MB. In turn, round by round.
 */
final class UploadRate {

    private static final int BYTES = 8 << 20;
    private static final int CLIENTS = 4;
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
    private final int filesEach;
    private final int rounds;
    private final Consumer<String> say;
    private final byte[] content = new byte[BYTES];
    private final List<Double> ofLethe = new ArrayList<>();
    private final List<Double> ofPeer = new ArrayList<>();
    private int made;

    UploadRate(Subject subject, Path work, boolean quick, Consumer<String> say) {
        this.subject = subject;
        this.work = work;
        this.filesEach = quick ? 2 : 10;
        this.rounds = quick ? 1 : 5;
        this.say = say;
        new Random(1).nextBytes(content);
        System.arraycopy(HEAD, 0, content, 0, HEAD.length);
    }

    Section measure() throws IOException, InterruptedException {
        UUID album = subject.api().createAlbum("uploads");
        for (int round = 0; round < rounds; round++) {
            round(bytes -> () -> subject.api().upload(album, bytes)); // until its code is compiled
        }
        for (int round = 0; round < rounds; round++) {
            ofPeer.add(round(this::written));
            ofLethe.add(round(bytes -> () -> subject.api().upload(album, bytes)));
            say.accept(Wording.of(
                    "round %d: Lethe %.0f MB/s, written %.0f MB/s", round + 1, ofLethe.get(round), ofPeer.get(round)));
        }
        long start = System.nanoTime();
        subject.api().upload(album, LARGE_BYTES, () -> new Repeated(content, LARGE_BYTES));
        Duration large = Duration.ofNanos(System.nanoTime() - start);
        return section(large, Backlog.peakMemory(subject.server().pid()));
    }

    /** Makes a file of these bytes. */
    private interface Work {
        Callable<Void> of(byte[] bytes);
    }

    /** MB of files per second; each counts once, though it is written twice. */
    private double round(Work work) throws IOException, InterruptedException {
        subject.storages().get(0).sync();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long start = System.nanoTime();
            List<Future<Void>> running = new ArrayList<>();
            for (int n = 0; n < CLIENTS; n++) {
                running.add(clients.submit(client(work, made++)));
            }
            for (Future<Void> client : running) {
                client.get();
            }
            return CLIENTS * filesEach * (BYTES / 1e6) / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            clients.shutdown();
        }
    }

    private Callable<Void> client(Work work, int number) {
        return () -> {
            byte[] own = content.clone();
            for (int n = 0; n < filesEach; n++) {
                ByteBuffer.wrap(own).putInt(BYTES - 8, number).putInt(BYTES - 4, n);
                work.of(own).call();
            }
            return null;
        };
    }

    private Callable<Void> written(byte[] bytes) {
        return () -> {
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                String name = UUID.randomUUID().toString();
                Future<Void> main = both.submit(() -> write(work.resolve("peer-main"), name, bytes));
                Future<Void> backup = both.submit(() -> write(work.resolve("peer-backup"), name, bytes));
                main.get();
                backup.get();
                return null;
            } finally {
                both.shutdown();
            }
        };
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
                        + " Before, as many rounds of uploads as warm-up. Client, server and database share the machine.%n%nMB/s of the rounds: Lethe %s; written %s.",
                rounds, filesEach, list(ofLethe), list(ofPeer));
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
