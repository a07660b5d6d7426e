package org.lethe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryStorageTest extends FileStorageContract {

    private final InMemoryStorage storage = new InMemoryStorage(StorageId.MAIN);

    @Override
    FileStorage storage() {
        return storage;
    }

    @Override
    void breakForGood(FileKey file) {
        storage.failOn(file, FileFailure.lasting("not a plain file", "planted"));
    }

    @Test
    void aFileThatIsHeldShouldSayUntilWhen() {
        Instant date = Instant.parse("2031-12-01T06:00:00Z");
        List<FileKey> keys = written(2);
        storage.holdUntil(date, keys.get(0));

        RemovalReport report = storage.remove(keys);

        assertThat(report.failed().get(keys.get(0)).kind()).isEqualTo(FailureKind.HELD);
        assertThat(report.failed().get(keys.get(0)).until()).contains(date);
        assertThat(report.removed()).containsExactly(keys.get(1));
    }

    @Test
    void aDateShouldGoWithHeldAndWithNothingElse() {
        Optional<Instant> date = Optional.of(Instant.EPOCH);

        assertThatThrownBy(() -> new FileFailure(FailureKind.HELD, "held", "held", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FileFailure(FailureKind.PERMANENT, "lasting", "lasting", date))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void failNextShouldMakeAsManyOperationsFail() {
        storage.failNext(2);

        assertThatThrownBy(storage::probe).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(storage::probe).isInstanceOf(StorageUnavailableException.class);
        storage.probe();
    }

    @Test
    void failOnShouldFailThatFileOnly() {
        List<FileKey> keys = written(2);
        storage.failOn(keys.get(0));

        RemovalReport report = storage.remove(keys);

        assertThat(report.failed()).containsOnlyKeys(keys.get(0));
        assertThat(report.removed()).containsExactly(keys.get(1));
    }

    @Test
    void aLieShouldBeFoundOut() {
        FileKey key = written(1).get(0);
        storage.lyingAboutRemoval(key);

        RemovalReport report = storage.remove(List.of(key));

        assertThat(report.failed().get(key).cause()).isEqualTo(Failures.STILL_THERE);
        assertThat(storage.exists(key)).isTrue();
    }

    @Test
    void healShouldEndAllFaults() {
        FileKey key = written(1).get(0);
        storage.failOn(key);
        storage.unavailable(true);

        storage.heal();

        assertThat(storage.remove(List.of(key)).removed()).containsExactly(key);
    }
}
