package org.lethe.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueTimesTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    @Test
    void everyMessageShouldBeInOneBucketWhateverItsTime() {
        List<Instant> times =
                List.of(NOW.minusSeconds(5), NOW, NOW.plusMillis(999), NOW.plusSeconds(1), NOW.plusSeconds(7200));

        DueTimes due = DueTimes.of(times, NOW);

        assertThat(due.buckets().stream().mapToLong(DueTimes.Bucket::messages).sum())
                .isEqualTo(5);
        assertThat(due.buckets()).hasSizeLessThanOrEqualTo(21);
        assertThat(due.buckets().get(0).messages()).isEqualTo(4);
        DueTimes.Bucket last = due.buckets().get(due.buckets().size() - 1);
        assertThat(last.messages()).isEqualTo(1);
        assertThat(NOW.plusSeconds(7200)).isAfterOrEqualTo(last.from()).isBefore(last.until());
    }

    @Test
    void whatIsAllOverdueShouldStandInTheFirstBucket() {
        DueTimes due = DueTimes.of(List.of(NOW.minusSeconds(60), NOW.minusSeconds(1)), NOW);

        assertThat(due.buckets()).containsExactly(new DueTimes.Bucket(NOW, NOW.plusSeconds(1), 2));
    }

    @Test
    void nothingShouldHaveNoBuckets() {
        assertThat(DueTimes.of(List.of(), NOW)).isEqualTo(new DueTimes("BROKER", 0, 0, List.of()));
        assertThat(DueTimes.tooMany(6000)).isEqualTo(new DueTimes("TOO_MANY", 0, 6000, List.of()));
    }
}
