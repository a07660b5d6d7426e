package org.lethe.it.fault;

import static org.lethe.it.LetheAssertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Deletion;
import org.lethe.it.Failure;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Redrive;

@DisplayName("Planning that fails each time is given up until a person sends it again")
class PlanningIT {
    /** Longer than the reconciler of a test installation leaves a row without a message. */
    private static final Duration SEVERAL_ROUNDS = Duration.ofSeconds(6);

    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private final LetheClient owner = lethe.newOwner();
    private final LetheClient operator = lethe.newAccount("operator");
    private boolean isAway;

    @AfterEach
    void theFilesAreBack() {
        if (isAway) {
            lethe.database().execute("alter table photo_file_away rename to photo_file");
        }
    }

    @Test
    void shouldStandAsOneFailureThatTheReconcilerLeavesAloneAndEndWhenItIsSentAgain() {
        var album = owner.createAlbum("Cannot be planned", 3);
        lethe.database().execute("alter table photo_file rename to photo_file_away");
        isAway = true;
        Deletion deletion = owner.deleteAlbum(album);

        List<Failure> failures = Awaitility.await("the failure")
                .atMost(LetheClient.DEADLINE)
                .until(() -> operator.failuresOf(deletion.id()), found -> !found.isEmpty());

        Awaitility.await("rounds of the reconciler").during(SEVERAL_ROUNDS).untilAsserted(() -> {
            assertThat(operator.failuresOf(deletion.id())).hasSize(1);
            assertThat(operator.failure(failures.get(0).id()))
                    .is("OPEN")
                    .isOfKind("PLAN")
                    .hasAttempts(Lethe.MAX_ATTEMPTS);
            assertThat(owner.deletion(deletion.id())).is("REQUESTED");
        });
        theFilesAreBack();
        isAway = false;
        lethe.invariants()
                .acceptedDeletions(List.of(deletion.id()))
                .awaitQuiet()
                .assertHolds();
        Redrive redrive =
                Redrive.start(operator, deletion.id(), "\"ramp\": [1]").await("COMPLETED");

        assertThat(redrive.count("succeeded")).isEqualTo(1);
        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(3);
        assertThat(operator.failure(failures.get(0).id())).is("RETRIED");
        lethe.invariants()
                .acceptedDeletions(List.of(deletion.id()))
                .awaitQuiet()
                .assertHolds();
    }
}
