package org.lethe.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.failure.FailureState.ASSIGNED;
import static org.lethe.failure.FailureState.IGNORED;
import static org.lethe.failure.FailureState.OPEN;
import static org.lethe.failure.FailureState.RESOLVED;
import static org.lethe.failure.FailureState.RETRIED;
import static org.lethe.failure.FailureState.VOID;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailureStateTest {

    @Test
    void failureStatesShouldFollowTheTable() {
        Map<FailureState, Set<FailureState>> table = new EnumMap<>(FailureState.class);
        table.put(OPEN, EnumSet.of(ASSIGNED, RETRIED, IGNORED, RESOLVED));
        table.put(ASSIGNED, EnumSet.of(OPEN, RETRIED, IGNORED, RESOLVED));
        table.put(RETRIED, EnumSet.of(OPEN));
        table.put(IGNORED, EnumSet.noneOf(FailureState.class));
        table.put(RESOLVED, EnumSet.noneOf(FailureState.class));
        table.put(VOID, EnumSet.noneOf(FailureState.class));

        for (FailureState state : FailureState.values()) {
            assertThat(state.next()).as("after %s", state).isEqualTo(table.get(state));
        }
    }
}
