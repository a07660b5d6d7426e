package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowingDelayTest {

    @ParameterizedTest
    @CsvSource({"1, PT0S", "4, PT0S", "5, PT1S", "6, PT2S", "7, PT4S", "14, PT8M32S", "15, PT15M", "2000000000, PT15M"})
    void theWaitShouldDoubleUpToTheLongest(int failures, Duration wait) {
        assertThat(GrowingDelay.after(failures, 5, Duration.ofMinutes(15))).isEqualTo(wait);
    }
}
