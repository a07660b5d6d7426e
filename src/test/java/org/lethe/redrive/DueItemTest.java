package org.lethe.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.failure.FailureState;

class DueItemTest {

    @ParameterizedTest
    @CsvSource({
        // times, times now, state now | goes | why not
        "1, 1, OPEN, true, ''",
        "3, 3, ASSIGNED, true, ''",
        "1, 1, RETRIED, false, RETRIED",
        "1, 1, IGNORED, false, IGNORED",
        "1, 1, RESOLVED, false, RESOLVED",
        "1, 2, OPEN, false, failed again",
        "1, 2, ASSIGNED, false, failed again",
        "1, 2, RETRIED, false, RETRIED"
    })
    void itShouldGoOnlyIfNobodyHasSeenToItsFailureSince(
            int times, int timesNow, FailureState state, boolean goes, String why) {
        DueItem item = new DueItem(1, new UUID(0, 1), times, timesNow, state);

        assertThat(item.isAsItWas()).isEqualTo(goes);
        assertThat(item.why()).contains(goes ? "" : why);
    }
}
