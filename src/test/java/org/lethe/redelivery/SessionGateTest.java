package org.lethe.redelivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionGateTest {

    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final ExecutorService listeners = Executors.newFixedThreadPool(8);
    private final SessionGate gate = new SessionGate();
    private final AtomicInteger beyond = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @AfterEach
    void stop() {
        listeners.shutdownNow();
    }

    @Test
    void withoutALimitEverybodyShouldWorkAtOnce() {
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = work(8, end, PATIENT);

        Awaitility.await().until(() -> gate.working() == 8);
        end.countDown();
        all.forEach(CompletableFuture::join);
        assertThat(gate.beyond()).isZero();
    }

    @Test
    void noMoreThanTheLimitShouldWorkAndNobodyBeForgotten() {
        gate.limit(3);
        CountDownLatch end = new CountDownLatch(0);
        List<CompletableFuture<Void>> all = work(500, end, PATIENT);

        all.forEach(CompletableFuture::join);
        assertThat(mostAtOnce.get()).isLessThanOrEqualTo(3);
        assertThat(gate.working()).isZero();
        assertThat(gate.beyond()).isZero();
    }

    @Test
    void aRaisedLimitShouldLetInWhoWaitsAndALowerOneCountFromTheNextOn() {
        gate.limit(1);
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = work(6, end, PATIENT);
        Awaitility.await().until(() -> gate.working() == 1 && gate.waiting() == 5);

        gate.limit(4);
        Awaitility.await().until(() -> gate.working() == 4 && gate.waiting() == 2);

        gate.limit(2);
        assertThat(gate.working()).isEqualTo(4);
        mostAtOnce.set(0);
        end.countDown();
        all.forEach(CompletableFuture::join);
        gate.limit(0);
        List<CompletableFuture<Void>> others = work(8, end, PATIENT);
        others.forEach(CompletableFuture::join);
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void whoHasWaitedForTooLongShouldWorkAndBeCounted() {
        gate.limit(1);
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = work(3, end, Duration.ofMillis(50));

        Awaitility.await().until(() -> gate.working() == 3);
        assertThat(gate.beyond()).isEqualTo(2);
        assertThat(beyond.get()).isEqualTo(2);
        end.countDown();
        all.forEach(CompletableFuture::join);

        mostAtOnce.set(0);
        work(20, end, PATIENT).forEach(CompletableFuture::join);
        assertThat(mostAtOnce.get())
                .as("who came in without a place gives none back")
                .isEqualTo(1);
    }

    @Test
    void workThatFailsShouldGiveItsPlaceBack() {
        gate.limit(1);
        CompletableFuture<Void> failing = CompletableFuture.runAsync(
                () -> gate.pass(
                        PATIENT,
                        () -> {
                            throw new IllegalStateException("as wished");
                        },
                        beyond::incrementAndGet),
                listeners);

        assertThat(failing.handle((done, failed) -> failed != null).join()).isTrue();
        work(2, new CountDownLatch(0), PATIENT).forEach(CompletableFuture::join);
        assertThat(gate.working()).isZero();
    }

    private List<CompletableFuture<Void>> work(int messages, CountDownLatch end, Duration patience) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            all.add(CompletableFuture.runAsync(
                    () -> gate.pass(patience, () -> workUntil(end), beyond::incrementAndGet), listeners));
        }
        return all;
    }

    private void workUntil(CountDownLatch end) {
        mostAtOnce.accumulateAndGet(gate.working(), Math::max);
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
