package org.lethe.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:07Z");

    @Test
    void anEvenFlowShouldHaveAnEvenRateHoweverOftenItIsCounted() {
        List<Sample> samples = IntStream.iterate(120, seconds -> seconds >= 0, seconds -> seconds - 40)
                .mapToObj(seconds -> Sampled.at(NOW.minusSeconds(seconds))
                        .gone(1000L * (120 - seconds))
                        .sample())
                .toList();

        Series series = Series.of(samples, NOW);

        List<Double> rates = series.storages().get("main").gonePerSecond();
        assertThat(rates).hasSize(60);
        assertThat(rates.subList(0, 52)).containsOnlyNulls();
        assertThat(rates.subList(53, 60)).allSatisfy(rate -> assertThat(rate).isCloseTo(1000, within(0.1)));
        assertThat(series.until()).isEqualTo("2026-05-04T10:00:00Z");
    }

    @Test
    void whatWaitsShouldBeTheLastThatWasSeenInAStep() {
        List<Sample> samples = List.of(
                Sampled.at(NOW.minusSeconds(20)).waiting(7).sample(),
                Sampled.at(NOW.minusSeconds(10)).waiting(3).sample(),
                Sampled.at(NOW).waiting(1).sample());

        List<Double> waiting = Series.of(samples, NOW).storages().get("main").waiting();

        assertThat(waiting.get(59)).isEqualTo(3);
        assertThat(waiting.subList(0, 58)).containsOnlyNulls();
    }
}
