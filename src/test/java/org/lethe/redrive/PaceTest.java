package org.lethe.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final Instant BEGIN = Instant.parse("2026-05-04T10:00:00Z");
    private static final RunCounts NOTHING_YET = new RunCounts(0, 0, 0);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 100, 1000})
    void asManyShouldGoInAMinuteAsTheRateSaysHoweverUnevenTheRoundsAre(int rate) {
        Drive drive = new Drive(new Pace(rate, List.of(), 1));
        Random random = new Random(4);

        while (drive.now.isBefore(BEGIN.plusSeconds(60))) {
            drive.sendAll();
            drive.pass(Duration.ofMillis(900 + random.nextInt(400)));
        }

        assertThat(drive.sent).isCloseTo(60L * rate, within(2L * rate));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50, 1000})
    void inNoSpanOfTimeShouldMoreGoThanTheRateAllowsAndCatchesUp(int rate) {
        Drive drive = new Drive(new Pace(rate, List.of(), 1));
        Random random = new Random(5);

        for (int i = 0; i < 500; i++) {
            long before = drive.sent;
            Duration span = Duration.ofMillis(random.nextInt(4000));
            drive.pass(span);
            drive.sendAll();

            double most = rate * Math.min(span.toMillis() / 1000.0 + 2, Pace.CATCHES_UP.toMillis() / 1000.0) + 1;
            assertThat(drive.sent - before).isLessThanOrEqualTo((long) Math.ceil(most));
        }
    }

    @Test
    void whatTheRateAllowedWhileNothingCouldGoShouldNotGoAtOnceAfterwards() {
        Drive drive = new Drive(new Pace(10, List.of(), 1));
        drive.sendAll();

        drive.pass(Duration.ofHours(3));
        drive.sendAll();

        assertThat(drive.sent).isEqualTo(1 + 10 * Pace.CATCHES_UP.toSeconds() + 1);
    }

    @Test
    void nothingMoreShouldGoAtTheSameMoment() {
        Drive drive = new Drive(new Pace(1000, List.of(), 1));
        drive.pass(Duration.ofSeconds(1));

        drive.sendAll();
        long first = drive.sent;
        drive.sendAll();

        assertThat(first).isEqualTo(1001);
        assertThat(drive.sent).isEqualTo(first);
    }

    @Test
    void eachStepOfTheRampShouldWaitForWhatBecameOfAllBeforeIt() {
        Pace pace = new Pace(1000, List.of(1, 10, 100), 1);

        assertThat(mayGo(pace, 0, 0)).isEqualTo(1);
        assertThat(mayGo(pace, 1, 0)).isZero();
        assertThat(mayGo(pace, 1, 1)).isEqualTo(10);
        assertThat(mayGo(pace, 7, 2)).isEqualTo(4);
        assertThat(mayGo(pace, 11, 10)).isZero();
        assertThat(mayGo(pace, 11, 11)).isEqualTo(100);
        assertThat(mayGo(pace, 111, 110)).isZero();
        assertThat(mayGo(pace, 111, 111)).isEqualTo(2001);
        assertThat(mayGo(pace, 500, 111)).isEqualTo(2001);
    }

    @Test
    void theStepShouldBeToldUntilWhatBecameOfItIsKnown() {
        Pace pace = new Pace(10, List.of(1, 10), 1);

        assertThat(pace.step(NOTHING_YET)).contains(new RampStep(1, 2, 1, 0));
        assertThat(pace.step(new RunCounts(1, 0, 0))).contains(new RampStep(1, 2, 1, 1));
        assertThat(pace.step(new RunCounts(1, 0, 0)).orElseThrow().waitsForOutcomes())
                .isTrue();
        assertThat(pace.step(new RunCounts(1, 1, 0))).contains(new RampStep(2, 2, 10, 0));
        assertThat(pace.step(new RunCounts(5, 3, 1)).orElseThrow().waitsForOutcomes())
                .isFalse();
        assertThat(pace.step(new RunCounts(11, 10, 0))).contains(new RampStep(2, 2, 10, 10));
        assertThat(pace.step(new RunCounts(11, 10, 1))).isEmpty();
        assertThat(pace.step(new RunCounts(12, 10, 1))).isEmpty();
        assertThat(new Pace(10, List.of(), 1).step(NOTHING_YET)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // limit, succeeded, failed again, stops
        "0.1, 0, 0, false",
        "0.1, 0, 1, true",
        "0.1, 9, 1, false",
        "0.1, 8, 1, true",
        "0,   1000, 1, true",
        "0,   1000, 0, false",
        "0.5, 5, 5, false",
        "0.5, 4, 5, true",
        "1,   0, 1000, false"
    })
    void itShouldStopWhenAGreaterShareFailedAgain(double limit, long succeeded, long failedAgain, boolean stops) {
        Pace pace = new Pace(10, List.of(), limit);
        RunCounts run = new RunCounts(succeeded + failedAgain + 50, succeeded, failedAgain);

        assertThat(pace.isTooBad(run)).isEqualTo(stops);
        assertThat(pace.mayGo(run, BEGIN, BEGIN) > 0).isNotEqualTo(stops);
    }

    private static int mayGo(Pace pace, long sent, long succeeded) {
        return pace.mayGo(new RunCounts(sent, succeeded, 0), BEGIN, BEGIN.plusSeconds(10));
    }

    /** A redrive of more than could ever go, at a clock that is set. */
    private static final class Drive {
        private final Pace pace;
        private Instant now = BEGIN;
        private Instant nextAt = BEGIN;
        private long sent;

        Drive(Pace pace) {
            this.pace = pace;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        /** In steps of at most 25, as they are sent. */
        void sendAll() {
            int may = pace.mayGo(new RunCounts(sent, sent, 0), nextAt, now);
            while (may > 0) {
                int going = Math.min(may, 25);
                nextAt = pace.next(nextAt, now, going);
                sent += going;
                may = pace.mayGo(new RunCounts(sent, sent, 0), nextAt, now);
            }
        }
    }
}
