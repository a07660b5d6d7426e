package org.lethe.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void medianShouldBeTheMiddleOfAnOddNumber() {
        assertThat(new Samples(List.of(9.0, 1.0, 5.0)).median()).isEqualTo(5.0);
    }

    @Test
    void medianShouldLieBetweenTheTwoMiddlesOfAnEvenNumber() {
        assertThat(new Samples(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3.0);
    }

    @Test
    void percentileShouldBeTheValueThatItsShareDoesNotExceed() {
        Samples samples = new Samples(
                DoubleStream.iterate(1, n -> n + 1).limit(200).boxed().toList());

        assertThat(samples.percentile(0.99)).isEqualTo(198);
        assertThat(samples.percentile(1)).isEqualTo(200);
        assertThat(samples.percentile(0)).isEqualTo(1);
    }

    @Test
    void nothingMeasuredShouldBeRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Samples(List.of()));
    }
}
