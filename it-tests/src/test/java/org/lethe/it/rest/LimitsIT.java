package org.lethe.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.lethe.it.LetheAssertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Pictures;

@DisplayName("What is too much is refused at once, and says when to come again")
class LimitsIT {
    /** Few of everything, so that a few requests are too many. Reads are as unlimited as in other tests. */
    @RegisterExtension
    static final Lethe lethe = Lethe.named("limits", builder -> builder.environment("LETHE_RATE_WRITES", "2")
            .environment("LETHE_RATE_ANONYMOUS", "1")
            .environment("LETHE_ADMISSION_DELETES", "1")
            .environment("LETHE_ADMISSION_QUEUE", "1")
            .environment("LETHE_ADMISSION_PATIENCE", "PT1S")
            .environment("LETHE_ADMISSION_BODY", "PT2S")
            .environment("LETHE_ADMISSION_UPLOAD_MEBIBYTE", "PT2S")
            .environment("LETHE_DATABASE_STATEMENT_TIMEOUT", "PT5S"));

    private static final String LENGTH = "Content-Length: 200000";

    private LetheClient owner;

    @BeforeEach
    void anOwner() {
        owner = lethe.newOwner();
    }

    @Test
    void moreThanTheRateShouldBeRefusedUntilItIsAllowedAgain() {
        List<Answer> answers = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            answers.add(owner.post("api/albums", "{\"name\": \"again\"}"));
        }

        assertThat(answers.subList(0, 20))
                .allSatisfy(answer ->
                        assertThat(answer).hasStatus(201).hasHeader("RateLimit-Policy", "\"writes\";q=20;w=10"));
        assertThat(answers.get(0).header("RateLimit").orElseThrow()).startsWith("\"writes\";r=19;t=");
        Answer refused = answers.stream()
                .filter(answer -> answer.status() != 201)
                .findFirst()
                .orElseThrow();
        assertThat(refused).isProblem(429, "too-many-requests").hasHeader("Retry-After", "1");
        assertThat(refused.header("RateLimit").orElseThrow()).startsWith("\"writes\";r=0;t=");
        Awaitility.await("that the rate allows one more")
                .atMost(Duration.ofSeconds(5))
                .until(() -> owner.post("api/albums", "{\"name\": \"again\"}").status() == 201);
        assertThat(lethe.newOwner().post("api/albums", "{\"name\": \"mine\"}")).hasStatus(201);
    }

    @Test
    void whoGuessesPasswordsShouldBeRefusedAndATokenShouldStillDo() {
        String token = owner.post("api/tokens", "{\"name\": \"mine\", \"scopes\": [\"read\"]}")
                .expect(201)
                .json()
                .getString("token");
        LetheClient stranger = lethe.anonymous();

        Answer last = stranger.get("api/albums");
        for (int n = 0; n < 100 && last.status() == 401; n++) {
            last = stranger.get("api/albums");
        }

        assertThat(last).isProblem(429, "too-many-requests").hasHeader("Retry-After");
        assertThat(lethe.withToken(token).get("api/albums")).hasStatus(200);
        assertThat(stranger.get("health/live")).hasStatus(200);
        Awaitility.await("that others of this address are let in again")
                .atMost(Duration.ofSeconds(10))
                .until(() -> owner.get("api/albums").status() == 200);
    }

    @Test
    void aRequestThatWaitsForALockShouldEndAndOthersShouldNotWaitBehindIt() throws SQLException {
        UUID album = owner.createAlbum("locked");
        UUID other = owner.createAlbum("other");
        try (Connection holder = lock(album)) {
            CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> owner.delete("api/albums/" + album));
            List<Answer> more = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                more.add(owner.delete("api/albums/" + other));
            }

            assertThat(more)
                    .anySatisfy(
                            answer -> assertThat(answer).isProblem(503, "busy").hasHeader("Retry-After"));
            assertThat(owner.get("api/albums")).hasStatus(200);
            assertThat(lethe.anonymous().get("health/ready")).hasStatus(200);
            assertThat(first.join()).isProblem(503, "rolled-back").hasHeader("Retry-After");
            holder.rollback();
        }
        assertThat(owner.delete("api/albums/" + album)).hasStatus(202);
    }

    @Test
    void aBodyThatComesByteAfterByteShouldLoseItsPlaceAndOthersShouldBeServedMeanwhile() throws IOException {
        try (SlowRequest slow =
                SlowRequest.begin(lethe, "POST /api/albums", credentials(), LENGTH, "Content-Type: application/json")) {
            slow.send("{\"name\":".getBytes(UTF_8));
            assertThat(owner.get("api/albums")).hasStatus(200);
            assertThat(owner.post("api/albums", "{\"name\": \"meanwhile\"}")).hasStatus(201);
            assertThat(slow.isAnswered()).isFalse();

            assertThat(slow.answerToByteAfterByte())
                    .startsWith("HTTP/1.1 408")
                    .contains("/problems/too-slow", "\"seconds\":2");
        }
        assertThat(owner.get("api/albums").items()).hasSize(1);
    }

    @Test
    void anUploadThatComesByteAfterByteShouldLoseItsPlaceAndLeaveNothing() throws IOException {
        UUID album = owner.createAlbum("slow");
        byte[] beginning = Arrays.copyOf(Pictures.ofSize(200_000), 150_000);
        try (SlowRequest slow = SlowRequest.begin(
                lethe, "POST /api/albums/" + album + "/photos", credentials(), LENGTH, "Content-Type: image/jpeg")) {
            slow.send(beginning);

            assertThat(slow.answerToByteAfterByte()).startsWith("HTTP/1.1 408").contains("/problems/too-slow");
        }
        assertThat(owner.photos(album)).isEmpty();
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void whatCameOfAnUploadInPiecesShouldBeKeptWhenTheRestComesByteAfterByte() throws IOException {
        String upload = owner.send(owner.request("api/uploads")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", "200000")
                        .header("Upload-Metadata", "albumId " + base64(owner.createAlbum("pieces")))
                        .POST(BodyPublishers.noBody()))
                .expect(201)
                .header("Location")
                .orElseThrow();
        try (SlowRequest slow = SlowRequest.begin(
                lethe,
                "PATCH " + URI.create(upload).getPath(),
                credentials(),
                LENGTH,
                "Content-Type: application/offset+octet-stream",
                "Tus-Resumable: 1.0.0",
                "Upload-Offset: 0")) {
            slow.send(Arrays.copyOf(Pictures.ofSize(200_000), 150_000));

            assertThat(slow.answerToByteAfterByte()).startsWith("HTTP/1.1 408").contains("/problems/too-slow");
        }
        Answer head =
                owner.send(owner.request(upload.substring(lethe.url().toString().length()))
                        .header("Tus-Resumable", "1.0.0")
                        .method("HEAD", BodyPublishers.noBody()));
        assertThat(Integer.parseInt(head.header("Upload-Offset").orElseThrow())).isGreaterThan(150_000);
    }

    @Test
    void whoHasNoCredentialsShouldHoldNoPlaceWithABodyThatDoesNotCome() throws IOException {
        List<SlowRequest> held = new ArrayList<>();
        try {
            for (int n = 0; n < 10; n++) {
                SlowRequest slow = SlowRequest.begin(
                        lethe,
                        "POST /api/session",
                        LENGTH,
                        "Content-Type: application/json",
                        "X-Forwarded-For: 192.0.2." + n);
                held.add(slow);
                slow.send("{".getBytes(UTF_8));
            }

            assertThat(owner.post("api/albums", "{\"name\": \"meanwhile\"}")).hasStatus(201);
        } finally {
            for (SlowRequest slow : held) {
                slow.close();
            }
        }
    }

    private String credentials() {
        return "Authorization: " + owner.authorization();
    }

    private static String base64(UUID album) {
        return Base64.getEncoder().encodeToString(album.toString().getBytes(UTF_8));
    }

    private static Connection lock(UUID album) throws SQLException {
        Connection holder = lethe.database().connect();
        holder.setAutoCommit(false);
        try (PreparedStatement statement = holder.prepareStatement("select 1 from album where id = ? for update")) {
            statement.setObject(1, album);
            statement.executeQuery();
        }
        return holder;
    }
}
