package org.lethe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplicatedSinkTest {

    private static final byte[] CONTENT = {1, 2, 3, 4, 5};

    /** Of several pieces. */
    private static final byte[] LARGE = new byte[2_000_000];

    private final InMemoryStorage main = new InMemoryStorage(StorageId.MAIN);
    private final InMemoryStorage backup = new InMemoryStorage(StorageId.BACKUP);
    private final Storages storages = Storages.over(List.of(main, backup), Duration.ofMillis(300), 4);
    private final FileKey key = FileKey.random();

    @AfterEach
    void end() {
        main.heal();
        backup.heal();
        storages.close();
    }

    @Test
    void aCommittedFileShouldStandOnEveryStorage() {
        try (FileSink sink = storages.create(key)) {
            sink.write(ByteBuffer.wrap(CONTENT));
            sink.write(CONTENT, 0, 2);
            sink.commit();
        }

        assertThat(storages.all())
                .allSatisfy(storage -> assertThat(storage.size(key)).hasValue(7));
    }

    @Test
    void whatIsWrittenLaterShouldBeWhatWasGiven() throws IOException {
        byte[] expected = new byte[LARGE.length];
        new Random(1).nextBytes(expected);
        byte[] block = new byte[70_001];

        try (FileSink sink = storages.create(key)) {
            for (int from = 0; from < expected.length; from += block.length) {
                int count = Math.min(block.length, expected.length - from);
                System.arraycopy(expected, from, block, 0, count);
                sink.write(block, 0, count);
                Arrays.fill(block, (byte) 0);
            }
            sink.commit();
        }

        for (FileStorage storage : storages.all()) {
            assertThat(storage.open(key, 0, expected.length)).hasBinaryContent(expected);
        }
    }

    @Test
    void whatStillHangsAtTheEndShouldBeToldAndRemovedWhenItComesBack() {
        FileSink sink = storages.create(key);
        backup.hang();
        sink.write(LARGE, 0, Pieces.BYTES);

        assertThatThrownBy(sink::close).isInstanceOf(StorageUnavailableException.class);
        assertThat(main.keys()).isEmpty();
        backup.heal();
        await().untilAsserted(() -> assertThat(backup.keys()).isEmpty());
    }

    @Test
    void aFileThatWasNotCommittedShouldStandNowhere() {
        try (FileSink sink = storages.create(key)) {
            sink.write(ByteBuffer.wrap(CONTENT));
        }

        assertThat(main.keys()).isEmpty();
        assertThat(backup.keys()).isEmpty();
    }

    @Test
    void aFileShouldNotBeBegunWhenOneStorageIsUnavailable() {
        backup.unavailable(true);

        assertThatThrownBy(() -> storages.create(key))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("storage backup");
        assertThat(main.keys()).isEmpty();
    }

    @Test
    void aWriteShouldFailWhenOneStorageFails() {
        try (FileSink sink = storages.create(key)) {
            backup.failOn(key);

            assertThatThrownBy(() -> sink.write(ByteBuffer.wrap(LARGE))).isInstanceOf(FileFailedException.class);
        }

        assertThat(main.keys()).isEmpty();
        assertThat(backup.keys()).isEmpty();
    }

    @Test
    void everyFailureShouldBeTold() {
        try (FileSink sink = storages.create(key)) {
            main.failOn(key);
            backup.failOn(key);

            assertThatThrownBy(sink::commit)
                    .hasMessageContaining("on storage main")
                    .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        }
    }

    @Test
    void aHungStorageShouldFailTheWriteWithinTheLimit() {
        FileSink sink = storages.create(key);
        backup.hang();

        assertThatThrownBy(() -> sink.write(ByteBuffer.wrap(LARGE)))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("storage backup");
        sink.close();

        assertThat(main.keys()).isEmpty();
    }
}
