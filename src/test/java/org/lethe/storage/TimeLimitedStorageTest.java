package org.lethe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeLimitedStorageTest extends FileStorageContract {

    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final int THREADS = 8;

    private final InMemoryStorage memory = new InMemoryStorage(StorageId.MAIN);
    private final Storages storages = Storages.over(List.of(memory), LIMIT, THREADS);
    private final FileKey key = FileKey.random();

    @AfterEach
    void end() {
        memory.heal();
        storages.close();
    }

    @Override
    FileStorage storage() {
        return storages.of(StorageId.MAIN);
    }

    @Override
    void breakForGood(FileKey file) {
        memory.failOn(file, FileFailure.lasting("not a plain file", "planted"));
    }

    @Test
    void aHungOperationShouldFreeItsCallerWithinTheLimit() {
        memory.hang();
        Instant before = Instant.now();

        assertThatThrownBy(() -> storage().remove(List.of(key)))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("no progress within PT0.3S when asked to remove 1 files");
        assertThat(Duration.between(before, Instant.now())).isBetween(LIMIT, LIMIT.multipliedBy(10));
    }

    @Test
    void callsShouldFailAtOnceWhenAllThreadsAreStuck() {
        memory.hang();
        for (int i = 0; i < THREADS; i++) {
            assertThatThrownBy(storage()::probe).hasMessageContaining("no progress");
        }

        assertThatThrownBy(storage()::probe).hasMessageContaining("all 8 threads are stuck");
    }

    @Test
    void theStorageShouldWorkAgainWhenItsThreadsComeBack() {
        memory.hang();
        for (int i = 0; i < THREADS; i++) {
            assertThatThrownBy(storage()::probe).hasMessageContaining("no progress");
        }

        memory.heal();

        await().atMost(Duration.ofSeconds(5)).untilAsserted(storage()::probe);
    }

    @Test
    void aSlowBatchShouldGoOnAsLongAsItMakesProgress() {
        List<FileKey> keys = written(9);
        FileStorage slow = new PausingStorage(
                memory, () -> LockSupport.parkNanos(LIMIT.dividedBy(3).toNanos()));

        try (Storages limited = Storages.over(List.of(slow), LIMIT, THREADS)) {
            assertThat(limited.of(StorageId.MAIN).remove(keys).removed()).hasSize(9);
        }
    }

    @Test
    void aBatchThatWasAbandonedShouldStopAtItsNextStep() {
        List<FileKey> keys = written(5);
        CountDownLatch release = new CountDownLatch(1);
        FileStorage stuck = new PausingStorage(memory, () -> awaitQuietly(release));

        try (Storages limited = Storages.over(List.of(stuck), LIMIT, 1)) {
            assertThatThrownBy(() -> limited.of(StorageId.MAIN).remove(keys)).hasMessageContaining("no progress");
            release.countDown();

            await().untilAsserted(limited.of(StorageId.MAIN)::probe);
            assertThat(memory.keys()).as("one was under way").hasSize(4);
        }
    }

    @Test
    void aFileWhoseCreationWasAbandonedShouldNotStay() {
        memory.hang();
        assertThatThrownBy(() -> storage().create(key)).isInstanceOf(StorageUnavailableException.class);

        memory.heal();

        await().until(() -> !memory.keys().contains(key));
    }

    @Test
    void aFileWhoseCommitWasAbandonedShouldNotBeLeftHalfWritten() {
        try (FileSink sink = storage().create(key)) {
            sink.write(new byte[10], 0, 10);
            memory.hang();

            assertThatThrownBy(sink::commit).isInstanceOf(StorageUnavailableException.class);
        }
    }

    @Test
    void aHungReadShouldFreeItsCallerWithinTheLimit() throws IOException {
        memory.put(key, new byte[10]);
        CountDownLatch release = new CountDownLatch(1);
        TimeLimit limit = new TimeLimit(StorageId.MAIN, LIMIT, 2);
        try (limit;
                InputStream stream = new TimeLimitedStream(key, new BlockingStream(release), limit)) {
            assertThatThrownBy(stream::read).isInstanceOf(StorageUnavailableException.class);
        } finally {
            release.countDown();
        }
    }

    @Test
    void anInterruptedCallerShouldBeFreeAtOnce() {
        memory.hang();
        Thread.currentThread().interrupt();

        assertThatThrownBy(storage()::probe).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void errorsOfTheStorageShouldReachTheCallerAsTheyAre() {
        memory.unavailable(true);

        assertThatThrownBy(storage()::probe)
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage("storage main is unavailable: planted");
    }

    private static final class BlockingStream extends InputStream {

        private final CountDownLatch release;

        BlockingStream(CountDownLatch release) {
            this.release = release;
        }

        @Override
        public int read() {
            return read(new byte[1], 0, 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            awaitQuietly(release);
            return -1;
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
