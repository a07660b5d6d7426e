package org.lethe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplicatedSinkTest {

    private static final byte[] CONTENT = {1, 2, 3, 4, 5};

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

            assertThatThrownBy(() -> sink.write(ByteBuffer.wrap(CONTENT))).isInstanceOf(FileFailedException.class);
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

        assertThatThrownBy(() -> sink.write(ByteBuffer.wrap(CONTENT)))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("storage backup");
        sink.close();

        assertThat(main.keys()).isEmpty();
    }
}
