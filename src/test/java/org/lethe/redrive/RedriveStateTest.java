package org.lethe.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.redrive.RedriveState.CANCELLED;
import static org.lethe.redrive.RedriveState.COMPLETED;
import static org.lethe.redrive.RedriveState.PAUSED;
import static org.lethe.redrive.RedriveState.RUNNING;
import static org.lethe.redrive.RedriveState.STOPPED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedriveStateTest {

    @Test
    void redriveStatesShouldFollowTheTable() {
        Map<RedriveState, Set<RedriveState>> table = new EnumMap<>(RedriveState.class);
        table.put(RUNNING, EnumSet.of(PAUSED, STOPPED, CANCELLED, COMPLETED));
        table.put(PAUSED, EnumSet.of(RUNNING, CANCELLED, COMPLETED));
        table.put(STOPPED, EnumSet.of(RUNNING, CANCELLED, COMPLETED));
        table.put(CANCELLED, EnumSet.noneOf(RedriveState.class));
        table.put(COMPLETED, EnumSet.noneOf(RedriveState.class));

        for (RedriveState state : RedriveState.values()) {
            assertThat(state.next()).as("after %s", state).isEqualTo(table.get(state));
            assertThat(state.isOver()).as("%s", state).isEqualTo(state == CANCELLED || state == COMPLETED);
        }
    }
}
