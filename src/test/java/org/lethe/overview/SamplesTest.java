package org.lethe.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    @Test
    void aCountThatManySamplesHaveShouldBeComparedWithTheOneBeforeIt() {
        List<Conservation.Count> counts = counts(80, 40, 40, 40, 0, 0);

        assertThat(Samples.youngestBefore(count(0), counts)).contains(count(40));
    }

    @Test
    void countsThatComeOftenShouldBeComparedOverTenSecondsAtLeast() {
        List<Conservation.Count> counts = counts(14, 12, 10, 8, 6, 4, 2, 0);

        assertThat(Samples.youngestBefore(count(0), counts)).contains(count(10));
    }

    @Test
    void aFirstCountShouldBeComparedWithNothing() {
        assertThat(Samples.youngestBefore(count(0), counts(0, 0))).isEmpty();
    }

    private static List<Conservation.Count> counts(Integer... secondsAgo) {
        return Stream.of(secondsAgo).map(SamplesTest::count).toList();
    }

    private static Conservation.Count count(int secondsAgo) {
        return Sampled.at(NOW.minusSeconds(secondsAgo)).sample().count();
    }
}
