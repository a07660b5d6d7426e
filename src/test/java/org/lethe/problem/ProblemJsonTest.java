package org.lethe.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProblemJsonTest {

    private static final UUID ID = UUID.fromString("7c3d0f0a-52a4-4f4e-8f5e-0c4a3b1d2e3f");

    @Test
    void aProblemShouldHaveTheMembersOfTheSpecification() {
        Problem problem = Problem.notFound("album", ID);

        assertThat(json(problem))
                .isEqualTo("{\"type\":\"/problems/not-found\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"There is no album 7c3d0f0a-52a4-4f4e-8f5e-0c4a3b1d2e3f.\","
                        + "\"instance\":\"/api/albums\"}");
    }

    @Test
    void everyFieldThatIsWrongShouldBeListed() {
        Problem problem = Problem.malformed(
                "Some fields are not acceptable.",
                List.of(new FieldError("name", "is missing"), new FieldError("roles", "are unknown")));

        assertThat(json(problem))
                .contains(
                        "\"status\":400",
                        "\"errors\":[{\"field\":\"name\",\"message\":\"is missing\"},"
                                + "{\"field\":\"roles\",\"message\":\"are unknown\"}]");
    }

    @Test
    void theRuleThatAFieldBreaksShouldBeToldWithItsFigures() {
        Problem problem = Problem.malformed(
                "Some fields are not acceptable.",
                List.of(
                        new FieldError("jitter", "must be 0 to 1", FieldRule.range(0, 0.5)),
                        new FieldError("until", "is missing", FieldRule.of(FieldRule.Code.REQUIRED))));

        assertThat(json(problem))
                .contains(
                        "{\"field\":\"jitter\",\"message\":\"must be 0 to 1\",\"code\":\"RANGE\","
                                + "\"figures\":{\"min\":0,\"max\":0.5}}",
                        "{\"field\":\"until\",\"message\":\"is missing\",\"code\":\"REQUIRED\",\"figures\":{}}");
    }

    @Test
    void furtherMembersShouldBeWrittenAsJson() {
        Problem problem = Problem.unprocessable(
                "unknown-photos",
                "Nothing was deleted.",
                Map.of("photoIds", List.of(ID, ID), "count", 2, "final", true));

        assertThat(json(problem))
                .contains("\"photoIds\":[\"" + ID + "\",\"" + ID + "\"]", "\"count\":2", "\"final\":true")
                .contains("\"type\":\"/problems/unknown-photos\"");
    }

    @Test
    void anUnknownOutcomeShouldNameTheResourceToLookAt() {
        Problem problem = Problem.outcomeUnknown(URI.create("/api/deletions/" + ID));

        assertThat(json(problem))
                .contains("\"type\":\"/problems/outcome-unknown\"", "\"status\":503", "\"retryAfterSeconds\":5")
                .contains("\"resource\":\"/api/deletions/" + ID + "\"");
        assertThat(problem.location()).contains(URI.create("/api/deletions/" + ID));
    }

    @Test
    void aSlugWithoutATitleOfItsOwnShouldHaveTheStatuses() {
        assertThat(Problem.conflict("brand-new", "No.").title()).isEqualTo("Conflict");
        assertThat(Problem.of("brand-new", 418, "No.").title()).isEqualTo("The request could not be read");
    }

    @Test
    void everyStatusShouldHaveAKindOfProblemWithAnExplanation() {
        for (int status = 400; status < 600; status++) {
            Problem problem = UnwrapProblem.ofStatus(status);

            assertThat(ProblemTypes.find(problem.slug())).as("status " + status).isPresent();
            assertThat(problem.detail()).isNotBlank();
        }
    }

    @Test
    void notAvailableShouldSayWhenToComeAgain() {
        assertThat(Problem.unavailable("broker-unavailable", "No.", Duration.ofSeconds(7))
                        .retryAfter())
                .contains(Duration.ofSeconds(7));
        assertThat(UnwrapProblem.ofStatus(503).retryAfter()).isPresent();
    }

    private static String json(Problem problem) {
        return ProblemJson.of(problem, "/api/albums").toString();
    }
}
