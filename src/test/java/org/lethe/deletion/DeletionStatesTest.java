package org.lethe.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.deletion.DeletionState.CANCELLED;
import static org.lethe.deletion.DeletionState.COMPLETED;
import static org.lethe.deletion.DeletionState.COMPLETED_WITH_FAILURES;
import static org.lethe.deletion.DeletionState.HELD;
import static org.lethe.deletion.DeletionState.PLANNING;
import static org.lethe.deletion.DeletionState.REMOVING;
import static org.lethe.deletion.DeletionState.REQUESTED;
import static org.lethe.deletion.DeletionState.RESTORED;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.page.Cursor;
import org.lethe.storage.StorageId;

class DeletionStatesTest {

    private static final Cursor END = new Cursor(Instant.parse("2026-03-01T10:00:00Z"), new UUID(0, 7));
    private static final PlannedPage FULL_PAGE = page(2, false);
    private static final PlannedPage LAST_PAGE = page(1, true);

    @Test
    void deletionStatesShouldFollowTheTable() {
        Map<DeletionState, Set<DeletionState>> table = new EnumMap<>(DeletionState.class);
        table.put(HELD, EnumSet.of(REQUESTED, CANCELLED));
        table.put(CANCELLED, EnumSet.noneOf(DeletionState.class));
        table.put(REQUESTED, EnumSet.of(PLANNING, RESTORED));
        table.put(PLANNING, EnumSet.of(REMOVING));
        table.put(REMOVING, EnumSet.of(COMPLETED, COMPLETED_WITH_FAILURES));
        table.put(COMPLETED, EnumSet.noneOf(DeletionState.class));
        table.put(COMPLETED_WITH_FAILURES, EnumSet.of(REMOVING));
        table.put(RESTORED, EnumSet.noneOf(DeletionState.class));

        for (DeletionState state : DeletionState.values()) {
            assertThat(state.next()).as("after %s", state).isEqualTo(table.get(state));
        }
    }

    @Test
    void removalStatesShouldFollowTheTable() {
        Map<RemovalState, Set<RemovalState>> table = new EnumMap<>(RemovalState.class);
        table.put(RemovalState.WAITING, EnumSet.of(RemovalState.GONE, RemovalState.FAILED, RemovalState.WAIVED));
        table.put(RemovalState.GONE, EnumSet.noneOf(RemovalState.class));
        table.put(RemovalState.FAILED, EnumSet.of(RemovalState.WAITING, RemovalState.GONE, RemovalState.WAIVED));
        table.put(RemovalState.WAIVED, EnumSet.noneOf(RemovalState.class));

        for (RemovalState state : RemovalState.values()) {
            assertThat(state.next()).as("after %s", state).isEqualTo(table.get(state));
        }
    }

    @Test
    void planningShouldGoPageByPageAndCountWhatItFound() {
        Deletion deletion = Deletion.requested(new UUID(0, 1));

        deletion.planned(FULL_PAGE);

        assertThat(deletion.state()).isEqualTo(PLANNING);
        assertThat(deletion.expects(1)).isTrue();
        assertThat(deletion.planningPlace()).isEqualTo(END);

        deletion.planned(LAST_PAGE);

        assertThat(deletion.state()).isEqualTo(REMOVING);
        assertThat(deletion.photos()).isEqualTo(3);
        assertThat(deletion.files()).isEqualTo(3);
    }

    @Test
    void messageOfAPlannedPageShouldHaveNothingToDo() {
        Deletion deletion = Deletion.requested(new UUID(0, 1));
        deletion.planned(FULL_PAGE);

        assertThat(deletion.expects(0)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "CANCELLED", "REMOVING", "COMPLETED", "COMPLETED_WITH_FAILURES", "RESTORED"})
    void noPageShouldBePlannedOnceADeletionIsPastPlanning(DeletionState state) {
        Deletion deletion = inState(state);

        assertThat(deletion.expects(deletion.nextPage())).isFalse();
        assertThatThrownBy(() -> deletion.planned(LAST_PAGE)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REQUESTED")
    void onlyARequestedDeletionShouldBeRestored(DeletionState state) {
        Deletion deletion = inState(state);

        assertThatThrownBy(deletion::restored)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(state.name());
    }

    @Test
    void deletionWithFailuresShouldBeOpenAgainWhenOneIsSentAgain() {
        Deletion deletion = inState(COMPLETED_WITH_FAILURES);

        deletion.reopened();

        assertThat(deletion.state()).isEqualTo(REMOVING);
        assertThat(deletion.completedAt()).isNull();
    }

    /** A page of photos of one file each. */
    private static PlannedPage page(int photos, boolean isLast) {
        List<PlannedChunk> chunks = Stream.of(StorageId.values())
                .map(storage -> new PlannedChunk(1, storage, photos))
                .toList();
        return new PlannedPage(photos, chunks, END, isLast);
    }

    private static Deletion inState(DeletionState state) {
        boolean wasHeld = state == HELD || state == CANCELLED;
        Deletion deletion = wasHeld ? Deletion.held(new UUID(0, 1)) : Deletion.requested(new UUID(0, 1));
        switch (state) {
            case REQUESTED, HELD -> {}
            case CANCELLED -> deletion.cancelled();
            case PLANNING -> deletion.planned(FULL_PAGE);
            case RESTORED -> deletion.restored();
            case REMOVING -> deletion.planned(LAST_PAGE);
            case COMPLETED, COMPLETED_WITH_FAILURES -> {
                deletion.planned(LAST_PAGE);
                deletion.completed(state == COMPLETED_WITH_FAILURES, Instant.EPOCH);
            }
        }
        return deletion;
    }
}
