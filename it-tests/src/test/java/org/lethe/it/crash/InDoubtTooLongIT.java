package org.lethe.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.launcher.ManagedProcess;

/** Takes a server of its own and two minutes, mostly of waiting. What stays prepared because the recovery leaves it alone, as it does when it does not know what was decided. */
@EnabledIfSystemProperty(named = "lethe.crash", matches = "all", disabledReason = "two minutes of waiting")
class InDoubtTooLongIT {
    @RegisterExtension
    static final Lethe LETHE = Lethe.named("supervised", builder -> builder.supervised(true)
            .environment("LETHE_IN_DOUBT_LIMIT", "PT7S")
            .environment("LETHE_TRANSACTION_TIMEOUT", "PT6S") // shorter than the limit, as are the following than it
            .environment("LETHE_DATABASE_SOCKET_TIMEOUT", "PT5S")
            .environment("LETHE_DATABASE_STATEMENT_TIMEOUT", "PT4S")
            .environment("LETHE_STORAGE_TIMEOUT", "PT5S"));

    /** The limit, and the broker's branches are counted from when they were first seen. */
    private static final Duration SEEN = Duration.ofSeconds(30);

    /** Half a minute of dead answers, a stop and a start. */
    private static final Duration STARTED_AGAIN = Duration.ofMinutes(4);

    @Test
    void theServerShouldSayThatItDoesNotLiveAndBeStartedAgainWhichSettlesIt() {
        ManagedProcess server = LETHE.installation().server();
        long before = server.pid();
        PlantedBranch branch = PlantedBranch.of(LETHE.installation().nodeName());
        LETHE.anonymous().get("health/live").expect(200);

        branch.prepareInDatabase(LETHE);
        branch.prepareAtBroker(LETHE);

        Awaitility.await("the server to see both").atMost(SEEN).untilAsserted(() -> {
            Answer live = LETHE.anonymous().get("health/live");
            assertThat(live.status()).isEqualTo(503);
            assertThat(live.text()).contains("2 branches of this node");
        });
        Awaitility.await("another server").atMost(STARTED_AGAIN).until(() -> server.pid() != before);
        server.awaitReady(STARTED_AGAIN);
        LETHE.invariants().awaitQuiet().assertHolds();
        LETHE.anonymous().get("health/live").expect(200);
    }
}
