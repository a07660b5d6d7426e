package org.lethe.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.it.crash.Crashing.POINTS;
import static org.lethe.it.crash.Crashing.SOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.crash.Outcome.Kind;

/** Branches that stay prepared after the server has ended their transaction; a resource's death can leave such. */
class ForgottenBranchesIT {
    @RegisterExtension
    static final Lethe LETHE = Crashing.lethe();

    private static final String DECIDED = "request.commit-1.before";

    /** Three periods of the search. */
    private static final Duration SETTLED = Duration.ofSeconds(20);

    /** Longer than one period: what was to be rolled back with the others would be, too. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(6);

    private final LetheClient owner = LETHE.newOwner();
    private final List<Runnable> cleanings = new ArrayList<>();

    @AfterEach
    void clean() {
        POINTS.release();
        cleanings.forEach(Runnable::run);
    }

    @Test
    void onlyWhatTheServerBeganAndForgotShouldBeRolledBack() {
        UUID album = owner.createAlbum("decided");
        POINTS.arm(DECIDED);
        try (Requests requests = new Requests(owner, 1)) {
            requests.delete(List.of(album));
            POINTS.awaitHeld(List.of(DECIDED), SOON);
            PlantedBranch decided = PlantedBranch.like(inDatabase().get(0));
            PlantedBranch earlier = decided.ofAnotherLife();
            PlantedBranch foreign = decided.ofNode("lethe-00000000").withNumber(0x71);
            PlantedBranch forgotten = decided.withNumber(0x72);
            plantToStay(earlier);
            plantToStay(foreign);
            forgotten.prepareInDatabase(LETHE);
            forgotten.prepareAtBroker(LETHE);
            assertThat(inDatabase()).contains(forgotten.gid());
            assertThat(atBroker()).contains(forgotten.asListedByBroker());

            Awaitility.await("the forgotten are rolled back")
                    .atMost(SETTLED)
                    .untilAsserted(() -> assertThatOnlyArePrepared(decided, earlier, foreign));
            Awaitility.await("the others stay")
                    .during(LEFT_ALONE)
                    .atMost(LEFT_ALONE.multipliedBy(2))
                    .untilAsserted(() -> assertThatOnlyArePrepared(decided, earlier, foreign));

            POINTS.release();
            assertThat(requests.outcomes().get(Kind.ACCEPTED)).hasSize(1);
        }
    }

    private void plantToStay(PlantedBranch branch) {
        branch.prepareInDatabase(LETHE);
        cleanings.add(() -> branch.rollBackInDatabase(LETHE));
        branch.prepareAtBroker(LETHE);
        cleanings.add(() -> branch.rollBackAtBroker(LETHE));
    }

    /** The qualifier of the transaction's own branch at the broker names another resource. */
    private static void assertThatOnlyArePrepared(PlantedBranch decided, PlantedBranch... planted) {
        List<String> gids = new ArrayList<>(List.of(decided.gid()));
        List<String> listed = new ArrayList<>();
        for (PlantedBranch branch : planted) {
            gids.add(branch.gid());
            listed.add(branch.asListedByBroker());
        }
        assertThat(inDatabase()).containsExactlyInAnyOrderElementsOf(gids);
        assertThat(atBroker()).hasSize(gids.size()).containsAll(listed);
    }

    private static List<String> inDatabase() {
        return LETHE.database().texts("select gid from pg_prepared_xacts where database = current_database()");
    }

    private static List<String> atBroker() {
        return LETHE.broker().state().prepared().stream()
                .map(line -> line.replaceAll("(?s).*base64: (\\S+).*", "$1"))
                .toList();
    }
}
