package org.lethe.errorpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPolicyTest {

    private static final Instant THEN = Instant.parse("2031-12-01T06:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // action, until in seconds from then; blank: for ever | outlasts
        "IGNORE, 1, true",
        "IGNORE, 0, true",
        "IGNORE, -1, false",
        "IGNORE, , true",
        "HOLD, 1, false"
    })
    void aPolicyShouldMakeAnotherNeedlessThatDoesTheSameForNoLonger(ErrorAction action, Long until, boolean outlasts) {
        ErrorPolicy present = policy(action, until == null ? null : THEN.plusSeconds(until));

        assertThat(present.outlasts(policy(ErrorAction.IGNORE, THEN))).isEqualTo(outlasts);
    }

    private static ErrorPolicy policy(ErrorAction action, Instant until) {
        return new ErrorPolicy("a policy", FailureMatch.of("access denied", "main"), action, null, until);
    }
}
