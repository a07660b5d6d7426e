package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Pictures;

@DisplayName("While the broker or the database is away, nobody waits long and nothing is half done")
class ServersDownIT {
    /** What a person waits for, and no load balancer cuts off. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** One set of listeners, as many as the settings say. */
    private static final Map<String, Long> LISTENERS =
            Map.of(Broker.PLAN, 2L, Broker.MAIN, 8L, Broker.BACKUP, 8L, Broker.DEAD, 1L, Broker.EXPIRED, 1L);

    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;
    private UUID album;

    @BeforeEach
    void anAlbumOfThree() {
        owner = lethe.newOwner();
        album = owner.createAlbum("Away", 3);
        lethe.invariants().awaitQuiet(); // a thumbnail whose attempts end in the outage is pushed again minutes later
    }

    @Test
    @Timeout(180)
    void aDeletionShouldBeRefusedWhileTheBrokerIsAwayAndAcceptedWhenItIsBack() {
        lethe.installation().broker().stop();

        Answer refused = withinTheDeadline(() -> owner.delete("api/albums/" + album));
        Answer refusedToo = withinTheDeadline(
                () -> owner.requestDeletionOf(List.of(owner.photos(album).get(0).id())));

        assertThat(refused).isProblem(503, "broker-unavailable").hasHeader("Retry-After");
        assertThat(refusedToo).isProblem(503, "broker-unavailable").hasHeader("Retry-After");
        assertThat(lethe.anonymous().get("health/ready").expect(503).text()).contains("broker");
        lethe.anonymous().get("health/live").expect(200); // nothing that a restart of the server would mend
        assertThat(owner.photos(album)).hasSize(3);
        assertThat(owner.get("api/deletions").items()).isEmpty();

        lethe.installation().broker().start();
        lethe.invariants().liveAlbums(List.of(album)).awaitQuiet().assertHolds();
        assertThat(owner.awaitOver(acceptedOnceReady().id())).isCompletedFor(3);
        assertListeners();
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    @Timeout(180)
    void everythingShouldBeRefusedWhileTheDatabaseIsAwayAndAcceptedWhenItIsBack() {
        lethe.installation().database().stop();

        Answer list = withinTheDeadline(() -> owner.get("api/albums"));
        Answer refused = withinTheDeadline(() -> owner.delete("api/albums/" + album));
        Answer upload = withinTheDeadline(() -> owner.send(owner.uploadOf(album, Pictures.saying("1"))));

        assertThat(List.of(list, refused, upload)).allSatisfy(answer -> {
            assertThat(answer).hasStatus(503).hasHeader("Retry-After");
            assertThat(answer).isProblem(503, answer.json().getString("type").substring("/problems/".length()));
        });

        assertThat(lethe.anonymous().get("health/ready").expect(503).text()).contains("database");
        lethe.anonymous().get("health/live").expect(200); // nothing that a restart of the server would mend

        lethe.installation().database().start();
        lethe.invariants().liveAlbums(List.of(album)).awaitQuiet().assertHolds();
        assertThat(owner.awaitOver(acceptedOnceReady().id())).isCompletedFor(3);
        assertListeners();
        lethe.invariants().awaitQuiet().assertHolds();
    }

    private static Answer withinTheDeadline(java.util.function.Supplier<Answer> request) {
        long begun = System.nanoTime();
        Answer answer = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(DEADLINE);
        return answer;
    }

    private Deletion acceptedOnceReady() {
        lethe.installation().server().awaitReady(LetheClient.DEADLINE);
        assertThat(owner.get("api/albums")).hasStatus(200);
        return owner.deleteAlbum(album);
    }

    private static void assertListeners() {
        Awaitility.await("the listeners")
                .atMost(LetheClient.DEADLINE)
                .untilAsserted(() -> LISTENERS.forEach((queue, sessions) -> assertThat(
                                lethe.broker().depth(queue).consumers())
                        .as(queue)
                        .isEqualTo(sessions)));
    }
}
