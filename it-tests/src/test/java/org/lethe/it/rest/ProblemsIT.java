package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Whatever is wrong with a request, the answer is a problem that programs can read")
class ProblemsIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;

    @BeforeAll
    void anOwner() {
        owner = lethe.newOwner();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/nothing",
                "api/albums/not-an-id",
                "api/photos/not-an-id/content",
                "api/deletions/not-an-id",
                "api/albums/00000000-0000-0000-0000-000000000000/nothing",
                "nothing",
                "error/problem",
                "api/admin/nothing"
            })
    void anAddressWhereNothingIsShouldNotBeFound(String path) {
        assertThat(lethe.admin().get(path)).isProblem(404, "not-found");
    }

    @Test
    void aBodyOfJsonThatWouldFillTheMemoryShouldBeRefused() {
        String name = "n".repeat(9 * 1024 * 1024);

        assertThat(lethe.newOwner().post("api/albums", "{\"name\": \"" + name + "\"}"))
                .isProblem(413, "too-large");
    }

    @Test
    void theTypeOfABodyShouldBeReadInAnyCaseAndWithoutItsCharset() {
        Answer made = owner.send(owner.request("api/albums")
                .setHeader("Content-Type", "Application/JSON; charset=nothing")
                .POST(BodyPublishers.ofString("{\"name\": \"알범\"}")));

        assertThat(made).hasStatus(201);
        assertThat(made.json().getString("name")).isEqualTo("알범");
    }

    @Test
    void aMethodThatIsNotThereShouldBeAnsweredWithThoseThatAre() {
        Answer answer = owner.send(owner.request("api/albums")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.noBody()));

        assertThat(answer).isProblem(405, "method-not-allowed");
        assertThat(answer.header("Allow").orElse("")).contains("GET", "POST");
        assertThat(owner.delete("api/albums")).isProblem(405, "method-not-allowed");
    }

    @Test
    void aMediaTypeThatIsNotThereShouldBeRefused() {
        Answer answer = owner.send(
                owner.request("api/albums").header("Accept", "text/html").GET());

        assertThat(answer).isProblem(406, "not-acceptable");
    }

    @Test
    void aBodyOfAnotherTypeShouldBeRefused() {
        Answer answer = owner.send(owner.request("api/albums")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"name\": \"Holidays\"}")));

        assertThat(answer).isProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"\"}", "{\"name\": \"   \"}", "{\"name\": null}", "{}", "{\"title\": \"x\"}"})
    void anAlbumWithoutANameShouldBeRefused(String body) {
        assertThat(owner.post("api/albums", body)).isProblem(400, "malformed").hasErrorsFor("name");
    }

    @Test
    void anAlbumWithTooLongANameShouldBeRefused() {
        assertThat(owner.post("api/albums", "{\"name\": \"" + "x".repeat(201) + "\"}"))
                .isProblem(400, "malformed")
                .hasErrorsFor("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "7", "{\"name\": {}}", "{\"name\": \"\\u0000\"}"})
    void aBodyThatCannotBeReadShouldBeRefused(String body) {
        assertThat(owner.post("api/albums", body)).isProblem(400, "malformed");
    }

    @Test
    void theProblemShouldNameTheAddressThatWasAskedFor() {
        UUID unknown = UUID.randomUUID();

        Answer answer = owner.get("api/albums/" + unknown);

        assertThat(answer).isProblem(404, "not-found").hasHeader("Cache-Control", "no-store");
        assertThat(answer.json().getString("instance")).isEqualTo("/api/albums/" + unknown);
        assertThat(answer.json().getString("title")).isEqualTo("Not found");
        assertThat(answer.json().getString("detail")).isEqualTo("There is no album " + unknown + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "malformed",
                "unauthorized",
                "forbidden",
                "not-found",
                "method-not-allowed",
                "not-acceptable",
                "login-taken",
                "last-administrator",
                "not-restorable",
                "nothing-to-retry",
                "wrong-state",
                "too-slow",
                "too-large",
                "unsupported-media-type",
                "range-not-satisfiable",
                "unknown-photos",
                "callback-refused",
                "callbacks-off",
                "notifications-off",
                "empty-file",
                "digest-mismatch",
                "upload-given-up",
                "broker-unavailable",
                "database-unavailable",
                "storage-unavailable",
                "rolled-back",
                "outcome-unknown",
                "internal"
            })
    void everyKindOfProblemShouldBeExplained(String slug) {
        Answer answer = owner.get("problems/" + slug);

        assertThat(answer).hasStatus(200);
        assertThat(answer.text()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=BROKEN", "deletion=none", "limit=0", "cursor=none"})
    void aListOfFailuresThatDoesNotExistShouldBeRefused(String query) {
        assertThat(lethe.admin().get("api/admin/failures?" + query))
                .isProblem(400, "malformed")
                .hasErrorsFor(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aFailureThatIsNotThereShouldNotBeFound() {
        assertThat(lethe.admin().get("api/admin/failures/" + UUID.randomUUID())).isProblem(404, "not-found");
        assertThat(lethe.admin().post("api/admin/failures/" + UUID.randomUUID() + "/retry"))
                .isProblem(404, "not-found");
    }
}
