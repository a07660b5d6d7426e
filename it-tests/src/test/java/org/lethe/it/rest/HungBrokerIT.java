package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("While the broker takes connections and answers nothing, a deletion is refused within its deadline")
class HungBrokerIT {
    /** What a person waits for, and no load balancer cuts off. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** What a person does not notice. */
    private static final Duration SOON = Duration.ofSeconds(2);

    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @AfterEach
    void goOn() throws Exception {
        signal("CONT");
    }

    @Test
    @Timeout(120)
    void sendingShouldHaveADeadlineOfItsOwn() throws Exception {
        LetheClient owner = lethe.newOwner();
        UUID album = owner.createAlbum("Hung", 2);
        lethe.invariants().awaitQuiet();
        signal("STOP");

        long begun = System.nanoTime();
        Answer refused = owner.delete("api/albums/" + album);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(refused).isProblem(503, "broker-unavailable").hasHeader("Retry-After");
        assertThat(took).isLessThan(DEADLINE);
        begun = System.nanoTime();
        assertThat(owner.photos(album)).hasSize(2);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);

        signal("CONT");
        lethe.invariants().liveAlbums(List.of(album)).awaitQuiet().assertHolds();
        assertThat(owner.awaitOver(owner.deleteAlbum(album).id())).isCompletedFor(2);
        lethe.invariants().awaitQuiet().assertHolds();
    }

    private static void signal(String name) throws IOException, InterruptedException {
        long broker = lethe.installation().broker().pid();
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(broker))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
