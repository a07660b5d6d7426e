package org.lethe.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.it.crash.Crashing.POINTS;
import static org.lethe.it.crash.Crashing.SOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.it.InvariantChecker;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.SeedAlbum;
import org.lethe.it.crash.Outcome.Kind;
import org.lethe.launcher.Installation;
import org.lethe.launcher.ManagedProcess;

/**
 * The broker, or the database, or both die by kill -9 while many clients delete albums, some transactions stand between
 * their phases, and workers remove; they are back a little later, and the server goes on without being started again.
 */
class KilledUnderLoadIT {
    @RegisterExtension
    static final Lethe LETHE = Crashing.lethe();

    /** Transactions that have yet to prepare, and some that are decided on one side or on none. */
    private static final List<String> IN_BETWEEN = List.of(
            "request.prepare-2.before",
            "request.commit-1.before",
            "request.commit-2.before",
            "plan.prepare-2.before",
            "plan.prepare-3.before",
            "plan.commit-1.before",
            "plan.commit-2.before",
            "remove.prepare-2.before",
            "remove.commit-1.before",
            "remove.commit-2.before");

    private static final int CLIENTS = 12;
    private static final int ALBUMS = 60;
    private static final int PHOTOS = 4;

    /** A branch that nobody can settle while its resource is away is settled within this time after it is back. */
    private static final Duration SETTLED = Crashing.TRANSACTION_LIMIT.plusSeconds(60);

    private final LetheClient owner = LETHE.newOwner();

    enum Victim {
        BROKER {
            @Override
            List<ManagedProcess> of(Installation installation) {
                return List.of(installation.broker());
            }
        },
        DATABASE {
            @Override
            List<ManagedProcess> of(Installation installation) {
                return List.of(installation.database());
            }
        },
        /** A prepare fails, and so does the rollback of what the other had prepared. */
        BOTH {
            @Override
            List<ManagedProcess> of(Installation installation) {
                return List.of(installation.database(), installation.broker());
            }
        };

        abstract List<ManagedProcess> of(Installation installation);
    }

    @AfterEach
    void release() {
        POINTS.release();
    }

    /** Both at once, which is the worst; each alone, too, in the longer rounds. */
    static Victim[] victims() {
        return "all".equals(System.getProperty("lethe.crash")) ? Victim.values() : new Victim[] {Victim.BOTH};
    }

    @ParameterizedTest
    @MethodSource("victims")
    void everyAnswerShouldBeTrueWhenTheyDieUnderLoad(Victim victim, TestReporter reporter) {
        List<ManagedProcess> victims = victim.of(LETHE.installation());
        List<UUID> before = albums();
        List<UUID> meanwhile = albums();
        POINTS.arm(IN_BETWEEN);
        try (Requests requests = new Requests(owner, CLIENTS)) {
            requests.delete(before);
            POINTS.awaitHeld(IN_BETWEEN, SOON);

            victims.forEach(ManagedProcess::kill);
            POINTS.release();
            requests.delete(meanwhile);
            Awaitility.await("a request that meets the dead").atMost(SOON).until(() -> requests.failed() > 2);
            victims.forEach(ManagedProcess::start);
            Map<Kind, List<Outcome>> outcomes = requests.outcomes();

            long back = System.nanoTime();
            InvariantChecker checker = LETHE.invariants()
                    .acceptedDeletions(outcomes.get(Kind.ACCEPTED).stream()
                            .map(outcome -> outcome.deletion().orElseThrow())
                            .toList())
                    .liveAlbums(outcomes.get(Kind.REFUSED).stream()
                            .map(Outcome::album)
                            .toList())
                    .crashes(1);
            checker.awaitQuiet(SETTLED);
            reporter.publishEntry(Map.of(
                    "accepted", Integer.toString(outcomes.get(Kind.ACCEPTED).size()),
                    "refused", Integer.toString(outcomes.get(Kind.REFUSED).size()),
                    "unknown", Integer.toString(outcomes.get(Kind.UNKNOWN).size()),
                    "quiet after", Duration.ofNanos(System.nanoTime() - back).toString()));
            checker.assertHolds();
        }
        everythingElseCanStillBeDeleted(before, meanwhile);
    }

    private void everythingElseCanStillBeDeleted(List<UUID> before, List<UUID> meanwhile) {
        try (Requests requests = new Requests(owner, CLIENTS)) {
            requests.delete(before);
            requests.delete(meanwhile);
            assertThat(requests.outcomes().get(Kind.ACCEPTED)).hasSize(before.size() + meanwhile.size());
        }
        LETHE.invariants().crashes(1).awaitQuiet().assertHolds();
    }

    private List<UUID> albums() {
        List<UUID> albums = new ArrayList<>();
        for (int i = 0; i < ALBUMS; i++) {
            UUID album = owner.createAlbum("album " + i);
            SeedAlbum.add(LETHE, album, PHOTOS);
            albums.add(album);
        }
        return albums;
    }
}
