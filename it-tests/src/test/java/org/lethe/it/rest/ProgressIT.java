package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.EventReader;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Watching a deletion")
class ProgressIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    /** Much sooner than a stream's life is over. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private LetheClient owner;

    @BeforeEach
    void anOwner() {
        owner = lethe.newOwner();
    }

    @AfterEach
    void goOn() {
        lethe.broker().resumeAll();
    }

    @AfterAll
    void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void eachChangeShouldBeToldUntilTheEnd() {
        lethe.broker().pause(Broker.BACKUP);
        Deletion deletion = owner.deleteAlbum(owner.createAlbum("Watched", 3));

        CompletableFuture<List<String>> events = watch(deletion.id(), "");
        owner.await(deletion.id(), seen -> seen.requested() > 0 && 2 * seen.goneOnMain() == seen.requested());
        Awaitility.await("the change").atMost(LetheClient.DEADLINE).until(() -> watch(deletion.id(), "none", 1).stream()
                .anyMatch(line -> line.matches("id: REMOVING-3-[0-9]+-[1-9][0-9]*-0-.*")));
        lethe.broker().resume(Broker.BACKUP);

        List<String> lines = events.join();
        assertThat(lines)
                .contains("event: progress", "event: end", "retry: 2000")
                .anyMatch(line -> line.matches("id: COMPLETED-3-([0-9]+)-([0-9]+)-\\2-0-0-0"));
        assertThat(lines.stream().filter(line -> line.startsWith("data: ")).toList())
                .last()
                .asString()
                .contains("\"state\":\"COMPLETED\"", "\"id\":\"" + deletion.id() + "\"");
    }

    @Test
    void whoeverComesAgainShouldBeToldWhatHasChangedOnly() {
        Deletion deletion = owner.deleteAlbum(owner.createAlbum("Seen", 1));
        owner.awaitOver(deletion.id());
        String id = lastId(watch(deletion.id(), "").join());

        assertThat(watch(deletion.id(), "REQUESTED-0-0-0-0-0-0-0").join()).contains("event: end");
        assertThat(send(deletion.id(), id).statusCode()).isEqualTo(204);
    }

    @Test
    void anothersDeletionShouldNotBeThere() {
        Deletion deletion = owner.deleteAlbum(owner.createAlbum("Mine", 1));
        LetheClient another = lethe.newOwner();

        assertThat(another.get("api/deletions/" + deletion.id() + "/events")).isProblem(404, "not-found");
        assertThat(owner.get("api/deletions/" + UUID.randomUUID() + "/events")).isProblem(404, "not-found");
        assertThat(owner.send(owner.request("api/deletions/" + deletion.id() + "/events")
                        .header("Accept", "application/json")
                        .GET()))
                .hasStatus(406);
    }

    @Test
    void anOwnerShouldHaveSoManyStreamsAndAnotherMore() throws IOException {
        lethe.broker().pause(Broker.MAIN);
        Deletion deletion = owner.deleteAlbum(owner.createAlbum("Many", 1));
        List<InputStream> streams = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            HttpResponse<InputStream> stream = send(deletion.id(), "");
            assertThat(stream.statusCode()).isEqualTo(200);
            streams.add(stream.body());
        }

        assertThat(owner.get("api/deletions/" + deletion.id() + "/events"))
                .isProblem(429, "too-many-requests")
                .hasHeader("Retry-After");
        LetheClient another = lethe.newOwner();
        Deletion anothers = another.deleteAlbum(another.createAlbum("Free", 0));
        another.awaitOver(anothers.id());
        assertThat(another.get("api/deletions/" + anothers.id() + "/events")).hasStatus(200);
        for (InputStream stream : streams) {
            stream.close();
        }
    }

    @Test
    void aStreamShouldEndWithItsToken() {
        lethe.broker().pause(Broker.MAIN);
        Deletion deletion = owner.deleteAlbum(owner.createAlbum("Watched by a token", 1));
        JsonObject token = owner.post("api/tokens", "{\"name\": \"watcher\", \"scopes\": [\"read\"]}")
                .expect(201)
                .json();
        try (EventReader revoked = open(lethe.withToken(token.getString("token")), deletion)) {
            revoked.await("how it stands", event -> event.name().equals("progress"));

            owner.delete("api/tokens/" + token.getString("id")).expect(204);

            revoked.awaitEnd(SOON);
        }
    }

    @Test
    void aStreamShouldEndWithItsPasswordAndWithItsAccount() {
        lethe.broker().pause(Broker.MAIN);
        Deletion deletion = owner.deleteAlbum(owner.createAlbum("Watched by a password", 1));
        JsonObject token = owner.post("api/tokens", "{\"name\": \"watcher\", \"scopes\": [\"read\"]}")
                .expect(201)
                .json();
        try (EventReader byPassword = open(owner, deletion);
                EventReader byToken = open(lethe.withToken(token.getString("token")), deletion)) {
            byPassword.await("how it stands", event -> event.name().equals("progress"));
            byToken.await("how it stands", event -> event.name().equals("progress"));

            changeAccount("update account set disabled_at = now() where login = ?");

            byPassword.awaitEnd(SOON);
            byToken.awaitEnd(SOON);
            changeAccount("update account set disabled_at = null where login = ?");
        }
        try (EventReader another = open(owner, deletion)) {
            another.await("how it stands", event -> event.name().equals("progress"));

            changeAccount("update account set password_hash = 'of another' where login = ?");

            another.awaitEnd(SOON);
        }
    }

    private EventReader open(LetheClient client, Deletion deletion) {
        return EventReader.open(client.request("api/deletions/" + deletion.id() + "/events"));
    }

    private void changeAccount(String sql) {
        lethe.database().execute(sql, owner.login());
    }

    private CompletableFuture<List<String>> watch(UUID deletion, String lastId) {
        return CompletableFuture.supplyAsync(() -> watch(deletion, lastId, Integer.MAX_VALUE));
    }

    /** The lines of a stream until its end, or until so many events have come. */
    private List<String> watch(UUID deletion, String lastId, int events) {
        List<String> lines = new ArrayList<>();
        try (InputStream stream = send(deletion, lastId).body()) {
            StringBuilder line = new StringBuilder();
            int seen = 0;
            for (int c = stream.read(); c != -1 && seen < events; c = stream.read()) {
                if (c != '\n') {
                    line.append((char) c);
                } else {
                    lines.add(line.toString());
                    seen += line.isEmpty() ? 1 : 0;
                    line.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private HttpResponse<InputStream> send(UUID deletion, String lastId) {
        HttpRequest.Builder request = owner.request("api/deletions/" + deletion + "/events")
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofInputStream()).join();
    }

    private static String lastId(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .reduce((one, other) -> other)
                .map(line -> line.substring(4))
                .orElseThrow();
    }
}
