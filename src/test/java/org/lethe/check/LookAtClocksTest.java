package org.lethe.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAtClocksTest {

    private static final Instant ASKED = Instant.parse("2026-05-04T10:00:00Z");
    private static final Instant ANSWERED = ASKED.plusSeconds(1);

    @ParameterizedTest
    @CsvSource({"0, OK", "1000, OK", "3000, OK", "3001, WARN", "-2000, OK", "-2001, WARN", "31001, FAIL", "-30001, FAIL"
    })
    void aClockShouldBeOffByWhatTheTimeOfAskingDoesNotExplain(long millis, String state) {
        Check.Subject subject = new Check.Subject("clock", "CLOCKS", "A clock");

        Check check = LookAtClocks.compare(subject, ASKED, ASKED.plusMillis(millis), ANSWERED);

        assertThat(check.state()).isEqualTo(state);
    }
}
