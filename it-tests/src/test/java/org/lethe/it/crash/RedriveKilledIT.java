package org.lethe.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.it.crash.Crashing.POINTS;
import static org.lethe.it.crash.Crashing.SOON;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Redrive;
import org.lethe.it.StubbornFiles;

/**
 * The server dies in the middle of a redrive: once before the broker has prepared a batch, so that it never was, and once
 * between the commits of database and broker, so that it is sent although nobody lives to do it.
 */
class RedriveKilledIT {
    @RegisterExtension
    static final Lethe LETHE = Crashing.lethe();

    private static final int FAILURES = 300;
    private static final List<String> BEGUN = List.of("redrive.commit-2.after");
    private static final List<String> NEVER_WAS = List.of("redrive.prepare-2.before");
    private static final List<String> HALF_COMMITTED = List.of("redrive.commit-2.before");

    private final LetheClient owner = LETHE.newOwner();
    private final LetheClient operator = LETHE.newAccount("operator");

    @AfterEach
    void release() {
        POINTS.release();
    }

    @Test
    void itShouldGoOnAfterTheRestartAndSendNothingTwice() {
        StubbornFiles files = StubbornFiles.add(LETHE, owner, FAILURES);
        files.unblock();

        POINTS.arm(BEGUN);
        Redrive redrive = Redrive.start(operator, files.deletion(), "\"ratePerSecond\": 200, \"ramp\": [1, 20]");
        POINTS.awaitHeld(BEGUN, SOON);
        POINTS.arm(NEVER_WAS);
        POINTS.goOn();
        killAt(NEVER_WAS);
        assertThat(waiting()).isEqualTo(FAILURES - 1);
        POINTS.arm(HALF_COMMITTED);
        LETHE.installation().server().start();
        killAt(HALF_COMMITTED);
        assertThat(waiting()).isLessThan(FAILURES - 1).isPositive();
        LETHE.installation().server().start();
        redrive.await("COMPLETED");

        assertThat(redrive.count("total")).isEqualTo(FAILURES);
        assertThat(redrive.count("succeeded")).isEqualTo(FAILURES);
        assertThat(files.timesSent()).hasSize(FAILURES).containsOnly("1, in generation 2");
        files.awaitGone();
        LETHE.invariants()
                .acceptedDeletions(List.of(files.deletion()))
                .crashes(2)
                .awaitQuiet()
                .assertHolds();
    }

    /** Nobody stands any more when the server is started again. */
    private static void killAt(List<String> point) {
        POINTS.awaitHeld(point, SOON);
        LETHE.installation().server().kill();
        POINTS.release();
    }

    /** How many items the database knows as not sent, also while no server runs. */
    private long waiting() {
        return LETHE.database()
                .number(
                        "select count(*) from redrive_item i join redrive r on r.id = i.redrive_id"
                                + " where r.created_by = ? and i.outcome = 'WAITING'",
                        operator.login());
    }
}
