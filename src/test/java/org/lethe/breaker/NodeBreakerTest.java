package org.lethe.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.breaker.BreakerState.CLOSED;
import static org.lethe.breaker.BreakerState.HALF_OPEN;
import static org.lethe.breaker.BreakerState.OPEN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.storage.FileKey;
import org.lethe.storage.InMemoryStorage;
import org.lethe.storage.StorageId;
import org.lethe.storage.StorageUnavailableException;

class NodeBreakerTest {

    private static final BreakerLimits LIMITS = new BreakerLimits(3, 60_000, 5_000, 30_000, 2);
    private static final Duration LONG = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-05-04T10:00:00Z");
    private final InMemoryStorage storage = new InMemoryStorage(StorageId.BACKUP);
    private final NodeBreaker breaker = new NodeBreaker(() -> now);

    @BeforeEach
    void isClosed() {
        follow(CLOSED, 1);
    }

    @Test
    void shouldGiveASignalAtTheErrorThatIsOneTooMany() {
        fail(2);
        assertThat(breaker.signal()).isEmpty();

        fail(1);

        assertThat(breaker.signal()).hasValueSatisfying(signal -> {
            assertThat(signal.version()).isEqualTo(1);
            assertThat(signal.isWell()).isFalse();
            assertThat(signal.why()).startsWith("3 errors in a row, the last: ");
        });
    }

    @Test
    void shouldBeginToCountAnewAfterASuccess() {
        fail(2);
        remove();
        fail(2);

        assertThat(breaker.signal()).isEmpty();
    }

    @Test
    void shouldForgetErrorsThatAreOlderThanTheWindow() {
        fail(2);
        now = now.plusSeconds(61);
        fail(2);
        assertThat(breaker.signal()).isEmpty();

        fail(1);
        assertThat(breaker.signal()).isPresent();
    }

    @Test
    void shouldNeverOpenByItselfWithoutALimit() {
        breaker.follow(stored(CLOSED, 1), new BreakerLimits(0, 60_000, 5_000, 30_000, 2));

        fail(100);

        assertThat(breaker.signal()).isEmpty();
        assertThat(passes()).isTrue();
    }

    @Test
    void shouldLetNothingPassFromTheErrorOnThatIsOneTooMany() {
        fail(3);

        assertThat(passes()).isFalse();
    }

    @Test
    void shouldLetNothingPassWhileItIsOpenOrNobodyHasLooked() {
        follow(OPEN, 2);
        assertThat(passes()).isFalse();

        assertThat(new NodeBreaker(() -> now).pass(Duration.ZERO, () -> {})).isFalse();
    }

    @Test
    void shouldHaveForgottenItsErrorsWhenItIsClosedAgain() {
        fail(3);
        follow(OPEN, 2);
        follow(CLOSED, 4);

        fail(2);

        assertThat(breaker.signal()).isEmpty();
        assertThat(passes()).isTrue();
    }

    @Test
    void shouldKeepItsSignalUntilTheStateIsAnotherOne() {
        fail(3);
        follow(CLOSED, 1);
        assertThat(breaker.signal()).isPresent();

        follow(OPEN, 2);
        assertThat(breaker.signal()).isEmpty();
    }

    @Test
    void shouldNotCountWhatWasBegunBeforeTheStateChanged() {
        for (int i = 0; i < 5; i++) {
            int version = i + 2;
            assertThatThrownBy(() -> breaker.watch(() -> {
                        follow(CLOSED, version);
                        throw new StorageUnavailableException(StorageId.BACKUP, "late");
                    }))
                    .isInstanceOf(StorageUnavailableException.class);
        }

        assertThat(breaker.signal()).isEmpty();
    }

    @Test
    void shouldLetOneAtATimePassOnTrialAndTheOthersOnceItHasSucceeded() {
        follow(HALF_OPEN, 3);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> breaker.pass(LONG, () -> {
            begun.countDown();
            await(end);
            remove();
        }));
        await(begun);
        assertThat(passes()).isFalse();
        AtomicInteger worked = new AtomicInteger();
        List<CompletableFuture<Boolean>> others = List.of(
                CompletableFuture.supplyAsync(() -> breaker.pass(LONG, worked::incrementAndGet)),
                CompletableFuture.supplyAsync(() -> breaker.pass(LONG, worked::incrementAndGet)));

        end.countDown();
        assertThat(first.join()).isTrue();
        assertThat(breaker.signal())
                .hasValueSatisfying(signal -> assertThat(signal.isWell()).isTrue());
        assertThat(passes()).isFalse();
        assertThat(worked).hasValue(0);

        follow(CLOSED, 4);
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isTrue());
        assertThat(worked).hasValue(2);
    }

    @Test
    void shouldLetTheNextPassWhenWhatWasTriedHadNothingToDo() {
        follow(HALF_OPEN, 3);

        assertThat(passes()).isTrue();
        assertThat(passes()).isTrue();
    }

    @Test
    void shouldGiveASignalAtTheFirstErrorOnTrial() {
        follow(HALF_OPEN, 3);

        fail(1);

        assertThat(breaker.signal())
                .hasValueSatisfying(signal -> assertThat(signal.why()).startsWith("what was tried has failed: "));
        assertThat(passes()).isFalse();
    }

    @Test
    void shouldNotTakeAFileThatFailsForAStorageThatDoes() {
        FileKey stuck = FileKey.random();
        storage.failOn(stuck);

        for (int i = 0; i < 5; i++) {
            breaker.watch(() -> storage.remove(Set.of(stuck)));
        }

        assertThat(breaker.signal()).isEmpty();
    }

    private boolean passes() {
        return breaker.pass(Duration.ZERO, () -> {});
    }

    private void fail(int times) {
        storage.unavailable(true);
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(this::remove).isInstanceOf(StorageUnavailableException.class);
        }
        storage.unavailable(false);
    }

    private void remove() {
        breaker.watch(() -> storage.remove(Set.of(FileKey.random())));
    }

    private void follow(BreakerState state, int version) {
        breaker.follow(stored(state, version), LIMITS);
    }

    private Breaker stored(BreakerState state, int version) {
        return new Breaker(StorageId.BACKUP, state, version, now, "a test", "system", false, 0, 0, now);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
