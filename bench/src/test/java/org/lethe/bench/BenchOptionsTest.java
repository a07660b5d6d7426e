package org.lethe.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.bench.BenchOptions.Measurement;

class BenchOptionsTest {

    @Test
    void everythingButTheSizesOfChunksShouldBeMeasuredWhenNothingIsSaid() {
        assertThat(BenchOptions.of(List.of()).measurements())
                .containsExactlyInAnyOrder(
                        Measurement.ANSWER,
                        Measurement.RATE,
                        Measurement.BACKLOG,
                        Measurement.OVERTAKE,
                        Measurement.UPLOAD,
                        Measurement.LOAD);
    }

    @Test
    void measurementsShouldBeCalledByNameOrLetter() {
        assertThat(BenchOptions.of(List.of("--only", "rate,d", "--quick")))
                .isEqualTo(BenchOptions.of(List.of("--quick", "--only", "b", "--only", "overtake")));
    }

    @Test
    void whatDoesNotExistShouldBeNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.of(List.of("--only", "speed")))
                .withMessageContaining("speed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.of(List.of("--fast")))
                .withMessageContaining("--fast");
    }
}
