package org.lethe.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PossibleActsTest {

    @Test
    void whatIsThereShouldBeSentAgain() {
        PossibleActs possible = PossibleActs.of(FailureState.OPEN, FailureKind.REMOVAL, false, false);

        assertThat(possible.actions()).containsExactly("retry", "assign", "note", "ignore", "resolve");
        assertThat(possible.outcomes()).isEqualTo(List.of(Outcome.HANDLED));
    }

    @Test
    void whatIsAlreadyGoneShouldBeResolvedAndNotSentAgain() {
        PossibleActs possible = PossibleActs.of(FailureState.ASSIGNED, FailureKind.REMOVAL, false, true);

        assertThat(possible.actions()).containsExactly("resolve", "assign", "unassign", "note", "ignore");
        assertThat(possible.outcomes()).isEqualTo(List.of(Outcome.ALREADY_GONE));
    }

    @Test
    void planningThatIsNeededShouldOnlyBeSentAgain() {
        PossibleActs possible = PossibleActs.of(FailureState.OPEN, FailureKind.PLAN, true, false);

        assertThat(possible.actions()).containsExactly("retry", "assign", "note");
        assertThat(possible.outcomes()).isEmpty();
    }

    @Test
    void aMessageThatIsNotOursShouldNotBeSentAgain() {
        assertThat(PossibleActs.of(FailureState.OPEN, FailureKind.MESSAGE, false, false)
                        .actions())
                .containsExactly("assign", "note", "ignore", "resolve");
    }

    @Test
    void whatWaitsForNobodyShouldOnlyTakeNotes() {
        for (FailureState state : FailureState.values()) {
            if (!FailureFilter.WAITING.contains(state)) {
                assertThat(PossibleActs.of(state, FailureKind.REMOVAL, false, true))
                        .isEqualTo(new PossibleActs(List.of("note"), List.of()));
            }
        }
    }

    /** What is offered is what the states allow. */
    @Test
    void everyActShouldStartFromTheStatesThatMayBecomeWhatItMakes() {
        for (FailureState state : FailureState.values()) {
            assertThat(ActKind.IGNORE.from().contains(state))
                    .isEqualTo(state.next().contains(FailureState.IGNORED));
            assertThat(ActKind.RESOLVE.from().contains(state))
                    .isEqualTo(state.next().contains(FailureState.RESOLVED));
            assertThat(ActKind.UNASSIGN.from().contains(state))
                    .isEqualTo(state == FailureState.ASSIGNED && state.next().contains(FailureState.OPEN));
            assertThat(ActKind.ASSIGN.from().contains(state))
                    .isEqualTo(state == FailureState.ASSIGNED || state.next().contains(FailureState.ASSIGNED));
        }
    }
}
