package org.lethe.it.generated;

import static org.lethe.it.LetheAssertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.ApiDocument;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.generated.Wire.RawAnswer;

/**
 * Ten thousand requests that nobody may accept, or as many as {@code -Dlethe.bad.requests} says. The seed is printed;
 * {@code -Dlethe.bad.seed} makes the same requests again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Thousands of bad requests")
class BadRequestsIT {
    @RegisterExtension
    static final Lethe lethe = Generated.lethe();

    private static final int REQUESTS = Integer.getInteger("lethe.bad.requests", 10_000);
    private static final long SEED = Long.getLong("lethe.bad.seed", System.nanoTime());
    private static final int CONNECTIONS = 8;

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private ApiDocument api;
    private LetheClient sender;
    private Map<String, String> own;
    private Leavings before;

    @BeforeAll
    void somebodyWhoMayDoEverything() {
        api = ApiDocument.publishedBy(lethe);
        sender = lethe.newAccount(Actors.ROLES.toArray(String[]::new));
        Fixtures fixtures = new Fixtures(lethe, sender, Actors.ROLES);
        own = new LinkedHashMap<>();
        api.operations().stream()
                .flatMap(operation -> operation.variables().stream())
                .forEach(variable -> own.put(variable, fixtures.kept(variable)));
        lethe.invariants().awaitQuiet();
        before = Leavings.of(lethe);
    }

    @Test
    void noneShouldBeDoneNorBringAnErrorNorLeaveAnything() throws Exception {
        System.out.println(REQUESTS + " bad requests, -Dlethe.bad.seed=" + SEED);
        ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                long seed = SEED + i;
                running.add(connections.submit(() -> send(seed)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            connections.shutdownNow();
        }
        System.out.println("Statuses: " + new TreeMap<>(statuses));

        assertThat(faults).as("-Dlethe.bad.seed=" + SEED).isEmpty();
        Awaitility.await("nothing left")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(Leavings.of(lethe)).isEqualTo(before));
        lethe.invariants().awaitQuiet().assertHolds();
        assertThat(sender.get("api/albums")).hasStatus(200);
    }

    private Void send(long seed) throws IOException {
        BadRequests requests = new BadRequests(api.operations(), seed, sender.authorization(), own);
        WrongAnswer wrong = new WrongAnswer(api);
        int port = lethe.url().getPort();
        try (Wire wire = new Wire(port)) {
            for (int i = 0; i < REQUESTS / CONNECTIONS; i++) {
                RawRequest request = requests.next();
                RawAnswer answer = wire.exchange(request);
                statuses.merge(request.kind() + " " + answer.status(), 1, Integer::sum);
                wrong.why(request, answer)
                        .ifPresent(why -> faults.add("%s: %s: %d %s%n  %s%n"
                                .formatted(
                                        request.kind(),
                                        why,
                                        answer.status(),
                                        answer.text(),
                                        request.commandLine(port))));
            }
        }
        return null;
    }
}
