package org.lethe.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.breaker.BreakerState.CLOSED;
import static org.lethe.breaker.BreakerState.HALF_OPEN;
import static org.lethe.breaker.BreakerState.OPEN;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.storage.StorageId;

class BreakerTest {

    private static final BreakerLimits LIMITS = new BreakerLimits(3, 60_000, 5_000, 30_000, 2);
    private static final Duration TRIAL = Duration.ofSeconds(20);
    private static final Optional<String> WELL = Optional.empty();
    private static final Optional<String> AWAY = Optional.of("not mounted");

    private Instant now = Instant.parse("2026-05-04T10:00:00Z");

    @Test
    void shouldOpenWhenANodeHasMetTooManyErrorsAndBeProbedAfterTheInterval() {
        Breaker open = closed().tripped(7, "3 errors", LIMITS, now);

        assertThat(open.state()).isEqualTo(OPEN);
        assertThat(open.version()).isEqualTo(8);
        assertThat(open.since()).isEqualTo(now);
        assertThat(open.why()).isEqualTo("3 errors");
        assertThat(open.by()).isEqualTo("system");
        assertThat(open.byHand()).isFalse();
        assertThat(open.nextProbeAt()).isEqualTo(now.plusSeconds(5));
    }

    @ParameterizedTest
    @EnumSource(BreakerState.class)
    void shouldNotHeedWhatWasMetUnderAnEarlierVersion(BreakerState state) {
        Breaker breaker = in(state);

        assertThat(breaker.tripped(breaker.version() - 1, "late", LIMITS, now)).isSameAs(breaker);
        assertThat(breaker.trialSucceeded(breaker.version() - 1, now)).isSameAs(breaker);
    }

    @Test
    void shouldOpenBeforeOneMessageAloneCouldUseUpItsAttempts() {
        assertThat(LIMITS.openingWithin(OptionalInt.of(6))).isEqualTo(LIMITS);
        assertThat(LIMITS.openingWithin(OptionalInt.empty())).isEqualTo(LIMITS);
        assertThat(LIMITS.openingWithin(OptionalInt.of(3)).errors()).isEqualTo(2);
        assertThat(LIMITS.openingWithin(OptionalInt.of(1)).errors()).isEqualTo(1);
        assertThat(new BreakerLimits(0, 60_000, 5_000, 30_000, 2)
                        .openingWithin(OptionalInt.of(1))
                        .errors())
                .isZero();
    }

    @Test
    void shouldStayOpenOnceItIs() {
        Breaker open = in(OPEN);

        assertThat(open.tripped(open.version(), "again", LIMITS, now)).isSameAs(open);
        assertThat(open.trialSucceeded(open.version(), now)).isSameAs(open);
    }

    @Test
    void shouldWaitTwiceAsLongAfterEachProbeThatFailsUpToTheLongest() {
        Breaker open = in(OPEN);

        for (int seconds : new int[] {10, 20, 30, 30}) {
            now = open.nextProbeAt();
            open = open.probed(AWAY, LIMITS, TRIAL, now);
            assertThat(open.state()).isEqualTo(OPEN);
            assertThat(Duration.between(now, open.nextProbeAt())).hasSeconds(seconds);
        }
    }

    @Test
    void shouldTryWorkOnlyAfterSoManyGoodProbesInARow() {
        Breaker open = in(OPEN).probed(WELL, LIMITS, TRIAL, now);
        assertThat(open.state()).isEqualTo(OPEN);
        assertThat(open.nextProbeAt()).isEqualTo(now.plusSeconds(5));

        Breaker failedInBetween = open.probed(AWAY, LIMITS, TRIAL, now).probed(WELL, LIMITS, TRIAL, now);
        assertThat(failedInBetween.state()).isEqualTo(OPEN);

        Breaker trying = failedInBetween.probed(WELL, LIMITS, TRIAL, now);
        assertThat(trying.state()).isEqualTo(HALF_OPEN);
        assertThat(trying.version()).isEqualTo(open.version() + 1);
        assertThat(trying.why()).isEqualTo("2 probes in a row have succeeded");
    }

    @Test
    void shouldCloseWhenWhatWasTriedSucceeds() {
        Breaker trying = in(HALF_OPEN);

        Breaker closed = trying.trialSucceeded(trying.version(), now);

        assertThat(closed.state()).isEqualTo(CLOSED);
        assertThat(closed.version()).isEqualTo(trying.version() + 1);
        assertThat(closed.failedProbes()).isZero();
    }

    @Test
    void shouldWaitLongerForTheNextTrialWhenOneFails() {
        Breaker trying = in(HALF_OPEN);

        Breaker open = trying.tripped(trying.version(), "it failed", LIMITS, now);

        assertThat(open.state()).isEqualTo(OPEN);
        assertThat(open.failedProbes()).isEqualTo(trying.failedProbes() + 1);
        assertThat(open.nextProbeAt()).isEqualTo(now.plusSeconds(10));
    }

    @Test
    void shouldOpenAgainWhenAProbeFailsWhileWorkIsTried() {
        assertThat(in(HALF_OPEN).probed(AWAY, LIMITS, TRIAL, now).state()).isEqualTo(OPEN);
    }

    @Test
    void shouldCloseWithoutWorkWhenTheStorageStaysWell() {
        Breaker trying = in(HALF_OPEN);
        now = trying.since().plus(TRIAL).minusMillis(1);
        assertThat(trying.probed(WELL, LIMITS, TRIAL, now).state()).isEqualTo(HALF_OPEN);

        now = trying.since().plus(TRIAL);
        assertThat(trying.probed(WELL, LIMITS, TRIAL, now).state()).isEqualTo(CLOSED);
    }

    @Test
    void shouldBeProbedNowAndThenWhileItIsClosedAndStayClosedWhateverComesOfIt() {
        Breaker closed = closed().probed(AWAY, LIMITS, TRIAL, now);

        assertThat(closed.state()).isEqualTo(CLOSED);
        assertThat(closed.version()).isEqualTo(7);
        assertThat(closed.nextProbeAt()).isEqualTo(now.plus(Breaker.IDLE_PROBE_INTERVAL));
    }

    @Test
    void shouldStayOpenByHandUntilAPersonClosesIt() {
        Breaker open = closed().openedBy("ada", "it is moved", LIMITS, now);
        assertThat(open.byHand()).isTrue();

        Breaker probed = open;
        for (int i = 0; i < 5; i++) {
            probed = probed.probed(WELL, LIMITS, TRIAL, now);
        }
        assertThat(probed.state()).isEqualTo(OPEN);
        assertThat(probed.openedBy("bob", "again", LIMITS, now)).isSameAs(probed);

        Breaker closed = probed.closedBy("bob", "it stands", now);
        assertThat(closed.state()).isEqualTo(CLOSED);
        assertThat(closed.by()).isEqualTo("bob");
        assertThat(closed.why()).isEqualTo("it stands");
        assertThat(closed.closedBy("bob", "once more", now)).isSameAs(closed);
    }

    @Test
    void shouldStayOpenForAPersonWhenItHadOpenedByItself() {
        Breaker open = in(OPEN);

        Breaker kept = open.openedBy("ada", "leave it", LIMITS, now);

        assertThat(kept.byHand()).isTrue();
        assertThat(kept.version()).isEqualTo(open.version() + 1);
    }

    @ParameterizedTest
    @EnumSource(BreakerState.class)
    void shouldOnlyComeIntoStatesThatMayFollow(BreakerState state) {
        Breaker from = in(state);

        assertThat(from.tripped(from.version(), "error", LIMITS, now).state()).isIn(orSame(state));
        assertThat(from.trialSucceeded(from.version(), now).state()).isIn(orSame(state));
        assertThat(from.probed(AWAY, LIMITS, TRIAL, now).state()).isIn(orSame(state));
        assertThat(from.probed(WELL, LIMITS, TRIAL, now.plus(TRIAL)).state()).isIn(orSame(state));
        assertThat(from.openedBy("ada", "so", LIMITS, now).state()).isEqualTo(OPEN);
        assertThat(from.closedBy("ada", "so", now).state()).isEqualTo(CLOSED);
    }

    private static Object[] orSame(BreakerState state) {
        return Stream.concat(Stream.of(state), state.next().stream()).toArray();
    }

    private Breaker in(BreakerState state) {
        return switch (state) {
            case CLOSED -> closed();
            case OPEN -> closed().tripped(7, "3 errors", LIMITS, now);
            case HALF_OPEN -> in(OPEN).probed(WELL, LIMITS, TRIAL, now).probed(WELL, LIMITS, TRIAL, now);
        };
    }

    private Breaker closed() {
        return new Breaker(StorageId.BACKUP, CLOSED, 7, now, "so far", "system", false, 0, 0, now);
    }
}
