package org.lethe.redelivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedeliveryScheduleTest {

    @ParameterizedTest
    @CsvSource({
        // attempts, delay, multiplier, jitter, cap | shortest | typical | longest wait of each
        "6, 5000, 2, 0, 300000, 5000 10000 20000 40000 80000, 5000 10000 20000 40000 80000, 5000 10000 20000 40000 80000",
        "3, 200, 2, 0, 1000, 200 400, 200 400, 200 400",
        "5, 1000, 3, 0, 5000, 1000 3000 5000 5000, 1000 3000 5000 5000, 1000 3000 5000 5000",
        "4, 1000, 1, 0.2, 5000, 800 800 800, 1000 1000 1000, 1200 1200 1200",
        // the cap takes what is above it of the jitter first, and all of it in the end
        "6, 1000, 2, 0.5, 5000, 500 1000 2000 4000 5000, 1000 2000 4000 5000 5000, 1500 3000 5000 5000 5000",
        "3, 100, 1, 1, 1000, 0 0, 100 100, 200 200",
        "3, 0, 2, 0.5, 1000, 0 0, 0 0, 0 0",
        "4, 333, 1.5, 0.1, 100000, 299 449 674, 333 499 749, 366 548 823",
        "2, 5000, 10, 0, 86400000, 5000, 5000, 5000"
    })
    void eachWaitShouldBeWhatTheBrokerComputes(
            int attempts,
            long delay,
            double multiplier,
            double jitter,
            long cap,
            String shortest,
            String typical,
            String longest) {
        RedeliverySchedule schedule = RedeliverySchedule.of(Policies.usual()
                .attempts(attempts)
                .waits(delay, multiplier, jitter, cap)
                .policy());

        assertThat(schedule.waits()).extracting(PlannedWait::minMillis).isEqualTo(longs(shortest));
        assertThat(schedule.waits()).extracting(PlannedWait::typicalMillis).isEqualTo(longs(typical));
        assertThat(schedule.waits()).extracting(PlannedWait::maxMillis).isEqualTo(longs(longest));
        assertThat(schedule.minTotalMillis()).isEqualTo(sum(shortest));
        assertThat(schedule.typicalTotalMillis()).isEqualTo(sum(typical));
        assertThat(schedule.maxTotalMillis()).isEqualTo(sum(longest));
    }

    @Test
    void theUsualSettingsShouldMakeSixAttemptsInTwoMinutesAndThirtyFiveSeconds() {
        RedeliverySchedule schedule = RedeliverySchedule.of(Policies.usual().policy());

        assertThat(schedule.attempts()).isEqualTo(6);
        assertThat(schedule.typicalTotalMillis()).isEqualTo(155_000);
        assertThat(schedule.waits())
                .extracting(PlannedWait::typicalAtMillis)
                .containsExactly(5_000L, 15_000L, 35_000L, 75_000L, 155_000L);
        assertThat(schedule.waits()).extracting(PlannedWait::beforeAttempt).containsExactly(2, 3, 4, 5, 6);
    }

    @Test
    void oneAttemptShouldHaveNoWait() {
        RedeliverySchedule schedule =
                RedeliverySchedule.of(Policies.usual().attempts(1).policy());

        assertThat(schedule.waits()).isEmpty();
        assertThat(schedule.maxTotalMillis()).isZero();
    }

    @Test
    void attemptsWithoutAnEndShouldHaveNoTotal() {
        RedeliverySchedule schedule =
                RedeliverySchedule.of(Policies.usual().attempts(-1).policy());

        assertThat(schedule.endless()).isTrue();
        assertThat(schedule.maxTotalMillis()).isNull();
        assertThat(schedule.waits()).hasSizeGreaterThan(5).last().matches(PlannedWait::capped);
    }

    @Test
    void theLargestGrowthShouldEndAtTheCapAndNotOverflow() {
        RedeliverySchedule schedule = RedeliverySchedule.of(Policies.usual()
                .attempts(100)
                .waits(86_400_000, 10, 1, 86_400_000)
                .policy());

        assertThat(schedule.waits()).allMatch(wait -> wait.maxMillis() == 86_400_000);
        assertThat(schedule.maxTotalMillis()).isEqualTo(99 * 86_400_000L);
    }

    private static List<Long> longs(String numbers) {
        return Stream.of(numbers.split(" ", -1)).map(Long::parseLong).toList();
    }

    private static long sum(String numbers) {
        return longs(numbers).stream().mapToLong(Long::longValue).sum();
    }
}
