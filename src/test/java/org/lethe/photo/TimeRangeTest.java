package org.lethe.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.problem.ProblemException;

class TimeRangeTest {

    @Test
    void aDayShouldBeInTheRangeAsAWhole() {
        TimeRange day = TimeRange.of("2024-05-17", "2024-05-17");

        assertThat(day.from()).isEqualTo(LocalDateTime.parse("2024-05-17T00:00:00"));
        assertThat(day.before()).isEqualTo(LocalDateTime.parse("2024-05-18T00:00:00"));
    }

    @Test
    void aMomentShouldBeTheEndAndNotInIt() {
        assertThat(TimeRange.of("2024-05-17T10:00", "2024-05-17T14:30:15").before())
                .isEqualTo(LocalDateTime.parse("2024-05-17T14:30:15"));
    }

    @Test
    void withoutLimitsAllTimeShouldBeMeant() {
        assertThat(TimeRange.of(null, "").from()).isBefore(LocalDateTime.parse("1800-01-01T00:00:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, ''",
        "'', 2024-13-01",
        "2024-05-17T25:00, ''",
        "2024-05-17, 2024-05-16",
        "-2024-05-17, ''",
        "2024-05-17T10:00Z, ''",
        "+12024-05-17, ''",
        "'', +999999999-12-31"
    })
    void nonsenseShouldBeRefused(String from, String to) {
        assertThatThrownBy(() -> TimeRange.of(from, to)).isInstanceOf(ProblemException.class);
    }
}
