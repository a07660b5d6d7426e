package org.lethe.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel, a group, and a clock that the test moves. */
class GroupStateTest {

    private static final Duration GATHER = Duration.ofSeconds(10);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Instant BEGIN = Instant.parse("2026-11-28T03:00:00Z");

    private final List<String> told = new ArrayList<>();
    private Instant now = BEGIN;
    private boolean settled;
    private GroupState state;

    @BeforeEach
    void aGroupOfWhichNothingIsKnown() {
        state = group(Subject.FAILURES);
    }

    @Test
    void oneShouldBeToldSoon() {
        happens(1);

        pass(Duration.ofSeconds(2));

        assertThat(told).containsExactly("1 at PT2S");
    }

    @Test
    void aBurstShouldBeToldOnceWithItsCount() {
        for (int i = 0; i < 500; i++) {
            happens(1);
            now = now.plusMillis(10);
        }

        pass(WINDOW.multipliedBy(3));

        assertThat(told).containsExactly("500 at PT7S");
    }

    @Test
    void whatNeverEndsShouldBeToldBeforeItEnds() {
        everySecond(60);

        assertThat(told).containsExactly("11 at PT10S");
    }

    @Test
    void nothingMoreShouldBeToldWithinTheWindowAndTheRestAtItsEnd() {
        everySecond(600);
        pass(WINDOW.multipliedBy(2));

        assertThat(told).containsExactly("11 at PT10S", "300 at PT5M10S", "289 at PT10M10S");
    }

    @Test
    void whatHappensAfterTheWindowShouldBeToldSoonAgain() {
        happens(1);
        pass(WINDOW.plusMinutes(1));
        happens(1);
        pass(WINDOW);

        assertThat(told).containsExactly("1 at PT2S", "1 at PT6M2S");
    }

    @Test
    void theEndShouldBeToldOnceWithAllThatWasTold() {
        everySecond(400);
        settled = true;
        pass(WINDOW.multipliedBy(3));

        assertThat(told).containsExactly("11 at PT10S", "300 at PT5M10S", "89 at PT10M10S", "over, 400 at PT10M10S");
    }

    @Test
    void whatWasNotToldShouldNotEnd() {
        settled = true;
        pass(WINDOW);

        assertThat(told).isEmpty();
    }

    @Test
    void whatIsOverBeforeItWasToldShouldBeToldAndThenTheEnd() {
        happens(3);
        settled = true;
        pass(WINDOW);

        assertThat(told).containsExactly("3 at PT2S", "over, 3 at PT2S");
    }

    @Test
    void whatIsOverShouldHaveNothingLeftToTell() {
        happens(2);
        state = state.over();
        pass(WINDOW);

        assertThat(told).isEmpty();
    }

    /** A window has one of each at most, however often it comes and goes. */
    @Test
    void whatComesAndGoesShouldNotFlood() {
        for (int i = 0; i < 60; i++) {
            settled = false;
            happens(1);
            pass(Duration.ofSeconds(5));
            settled = true;
            pass(Duration.ofSeconds(5));
        }
        pass(WINDOW);

        assertThat(told)
                .containsExactly(
                        "1 at PT2S",
                        "over, 1 at PT5S",
                        "30 at PT5M2S",
                        "over, 30 at PT5M5S",
                        "29 at PT10M2S",
                        "over, 29 at PT10M2S");
    }

    @Test
    void errorsThatAPolicyNoticesShouldHaveNoEnd() {
        state = group(Subject.ERRORS);
        happens(2);
        settled = true;
        pass(WINDOW);

        assertThat(told).containsExactly("2 at PT2S");
    }

    @Test
    void withoutGatheringAndWindowEachShouldBeTold() {
        for (int i = 0; i < 3; i++) {
            happens(1);
            assertThat(state.isDue(now, Duration.ZERO)).isTrue();
            state = state.told(now, Duration.ZERO);
            assertThat(state.isDue(now, Duration.ZERO)).isFalse();
        }

        assertThat(state.told()).isEqualTo(3);
    }

    private static GroupState group(Subject subject) {
        return new GroupState(
                UUID.randomUUID(),
                new Group(subject, "REMOVAL", "backup", "storage unavailable"),
                0,
                BEGIN,
                BEGIN,
                Instant.EPOCH,
                0,
                Optional.empty());
    }

    /** As the database counts it. */
    private void happens(int count) {
        state = new GroupState(
                state.channel(),
                state.group(),
                state.untold() + count,
                state.untold() == 0 ? now : state.firstAt(),
                now,
                state.quietUntil(),
                state.told(),
                state.alarmSince());
    }

    private void everySecond(int times) {
        for (int i = 0; i < times; i++) {
            happens(1);
            round();
            now = now.plus(ROUND);
        }
    }

    private void pass(Duration time) {
        for (Instant end = now.plus(time); now.isBefore(end); now = now.plus(ROUND)) {
            round();
        }
        round();
    }

    private void round() {
        if (state.isDue(now, GATHER)) {
            told.add(state.untold() + " at " + Duration.between(BEGIN, now));
            state = state.told(now, WINDOW);
        }
        if (settled && state.canBeOver()) {
            told.add("over, " + state.told() + " at " + Duration.between(BEGIN, now));
            state = state.over();
        }
    }
}
