package org.lethe.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every kind of storage must do. */
abstract class FileStorageContract {

    private static final byte[] CONTENT = "a photo of a river".getBytes(UTF_8);

    private final FileKey key = FileKey.random();

    /** A storage without files; the same one for the whole of a test. */
    abstract FileStorage storage();

    /** From now on this file can never be removed. */
    abstract void breakForGood(FileKey file) throws IOException;

    @Test
    void aCommittedFileShouldBeReadAsItWasWritten() throws IOException {
        write(key, CONTENT);

        assertThat(read(key, 0, Long.MAX_VALUE)).isEqualTo(CONTENT);
        assertThat(storage().size(key)).hasValue(CONTENT.length);
        assertThat(storage().exists(key)).isTrue();
    }

    @Test
    void aFileShouldBeWrittenInPieces() throws IOException {
        try (FileSink sink = storage().create(key)) {
            sink.write(CONTENT, 0, 2);
            sink.write(CONTENT, 2, CONTENT.length - 2);
            sink.commit();
        }

        assertThat(read(key, 0, Long.MAX_VALUE)).isEqualTo(CONTENT);
    }

    @Test
    void writeShouldTakeAllThatRemainsInTheBuffer() {
        ByteBuffer buffer = ByteBuffer.wrap(CONTENT);

        try (FileSink sink = storage().create(key)) {
            sink.write(buffer);
            sink.commit();
        }

        assertThat(buffer.hasRemaining()).isFalse();
    }

    @Test
    void anEmptyFileShouldBeAFile() throws IOException {
        write(key, new byte[0]);

        assertThat(storage().size(key)).hasValue(0);
        assertThat(read(key, 0, 10)).isEmpty();
    }

    @Test
    void aPartOfAFileShouldBeRead() throws IOException {
        write(key, CONTENT);

        assertThat(read(key, 2, 5)).isEqualTo("photo".getBytes(UTF_8));
    }

    @Test
    void readingBeyondTheEndShouldGiveWhatThereIs() throws IOException {
        write(key, CONTENT);

        assertThat(read(key, CONTENT.length - 5, 100)).isEqualTo("river".getBytes(UTF_8));
        assertThat(read(key, CONTENT.length + 5, 100)).isEmpty();
    }

    @Test
    void aSinkClosedWithoutCommitShouldLeaveNothing() {
        try (FileSink sink = storage().create(key)) {
            sink.write(CONTENT, 0, CONTENT.length);
        }

        assertThat(storage().exists(key)).isFalse();
        assertThat(storage().remove(List.of(key)).alreadyGone()).containsExactly(key);
    }

    @Test
    void closingTwiceOrAfterCommitShouldChangeNothing() {
        FileSink sink = storage().create(key);
        sink.write(CONTENT, 0, CONTENT.length);
        sink.commit();

        sink.close();
        sink.close();

        assertThat(storage().exists(key)).isTrue();
    }

    @Test
    void aKeyShouldNotBeUsedTwice() throws IOException {
        write(key, CONTENT);

        assertThatThrownBy(() -> storage().create(key)).isInstanceOf(FileFailedException.class);
        assertThat(read(key, 0, 100)).isEqualTo(CONTENT);
    }

    @Test
    void openShouldTellThatAFileIsMissing() {
        assertThatThrownBy(() -> storage().open(key, 0, 1))
                .isInstanceOf(MissingFileException.class)
                .hasMessageContaining(key.toString());
    }

    @Test
    void sizeShouldBeEmptyWhenAFileIsMissing() {
        assertThat(storage().size(key)).isEmpty();
        assertThat(storage().exists(key)).isFalse();
    }

    @Test
    void removedFilesShouldBeGone() {
        List<FileKey> keys = written(20);

        RemovalReport report = storage().remove(keys);

        assertThat(report.removed()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(report.alreadyGone()).isEmpty();
        assertThat(report.failed()).isEmpty();
        assertThat(keys).noneMatch(storage()::exists);
    }

    @Test
    void removingAFileThatIsAlreadyGoneShouldSucceed() {
        write(key, CONTENT);
        storage().remove(List.of(key));

        RemovalReport report = storage().remove(List.of(key));

        assertThat(report.alreadyGone()).containsExactly(key);
        assertThat(report.gone()).containsExactly(key);
    }

    @Test
    void removingAFileThatNeverWasShouldSucceed() {
        assertThat(storage().remove(List.of(key)).gone()).containsExactly(key);
    }

    @Test
    void aKeyNamedTwiceShouldBeReportedOnce() {
        write(key, CONTENT);

        RemovalReport report = storage().remove(List.of(key, key));

        assertThat(report.removed()).containsExactly(key);
        assertThat(report.alreadyGone()).isEmpty();
    }

    @Test
    void removingNothingShouldReportNothing() {
        assertThat(storage().remove(List.of()).gone()).isEmpty();
    }

    @Test
    void removalShouldTouchNoOtherFile() {
        List<FileKey> keys = written(20);

        storage().remove(keys.subList(0, 10));

        assertThat(keys.subList(10, 20)).allMatch(storage()::exists);
    }

    @Test
    void removalShouldTellItsProgress() {
        List<Integer> steps = new ArrayList<>();

        storage().remove(written(5), () -> steps.add(1));

        assertThat(steps).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void removalShouldEndWhenNobodyWaitsAnyMore() {
        List<FileKey> keys = written(5);

        assertThatThrownBy(() -> storage().remove(keys, () -> {
                    throw new StorageUnavailableException(storage().id(), "nobody waits");
                }))
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(keys.stream().filter(storage()::exists)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void manyThreadsThatRemoveTheSameFilesShouldAllFindThemGone() throws Exception {
        List<FileKey> keys = written(100);

        List<RemovalReport> reports = inParallel(8, () -> storage().remove(keys));

        assertThat(reports).allMatch(report -> report.gone().equals(Set.copyOf(keys)));
        assertThat(reports.stream().mapToInt(report -> report.removed().size()).sum())
                .as("each file was removed by exactly one")
                .isEqualTo(keys.size());
    }

    @Test
    void manyThreadsShouldWriteAndRemoveFilesOfTheirOwn() throws Exception {
        List<RemovalReport> reports = inParallel(8, () -> storage().remove(written(50)));

        assertThat(reports).allMatch(report -> report.removed().size() == 50);
    }

    @Test
    void aFailureThatLastsShouldBePermanentAndNameNoDate() throws IOException {
        breakForGood(key);

        FileFailure failure = storage().remove(List.of(key)).failed().get(key);

        assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(failure.until()).isEmpty();
    }

    @Test
    void identityShouldStayTheSame() {
        assertThat(storage().identity()).isEqualTo(storage().identity());
    }

    @Test
    void probeShouldSucceedAndLeaveNothingBehind() {
        storage().probe();
        storage().probe();

        assertThat(storage().exists(key)).isFalse();
    }

    final List<FileKey> written(int count) {
        return Stream.generate(FileKey::random)
                .limit(count)
                .peek(file -> write(file, CONTENT))
                .toList();
    }

    final void write(FileKey file, byte[] content) {
        try (FileSink sink = storage().create(file)) {
            sink.write(content, 0, content.length);
            sink.commit();
        }
    }

    private byte[] read(FileKey file, long offset, long length) throws IOException {
        try (InputStream stream = storage().open(file, offset, length)) {
            return stream.readAllBytes();
        }
    }

    private static <T> List<T> inParallel(int threads, Callable<T> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> work).toList())) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
