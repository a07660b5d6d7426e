package org.lethe.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.problem.FieldError;
import org.lethe.problem.ProblemException;
import org.lethe.problem.StrictJson;

class ReadActTest {

    @Test
    void anAssignmentShouldSayToWhomAndMaySayUntilWhen() {
        Act act = ReadAct.one(
                ActKind.ASSIGN,
                StrictJson.object(
                        "{\"assignee\":\"bob\",\"note\":\"look\",\"dueAt\":\"2099-12-24T18:00:00Z\"}", Object.class));

        assertThat(act).isEqualTo(Act.assign("look", "bob", Instant.parse("2099-12-24T18:00:00Z")));
        assertThat(act.detail()).isEqualTo("look");
    }

    @Test
    void aDueDateThatIsOverShouldBeRefused() {
        assertThat(errors("{\"act\":\"ASSIGN\",\"filter\":{},\"dryRun\":true,\"assignee\":\"bob\",\"note\":\"x\","
                        + "\"dueAt\":\"2001-01-01T00:00:00Z\"}"))
                .containsExactly("dueAt");
    }

    @Test
    void onlyADryRunMayLeaveOutHowManyItIsFor() {
        String body = "{\"act\":\"IGNORE\",\"filter\":{},\"reason\":\"a test\"";

        assertThat(errors(body + "}")).containsExactly("expected");
        assertThat(errors(body + ",\"expected\":1.5}")).containsExactly("expected");
        assertThat(ReadAct.many(StrictJson.object(body + ",\"dryRun\":true}", Object.class))
                        .dryRun())
                .isTrue();
        assertThat(ReadAct.many(StrictJson.object(body + ",\"expected\":7}", Object.class))
                        .expected())
                .isEqualTo(7);
    }

    @Test
    void aFilterThatIsNotThereShouldNotMeanAll() {
        assertThat(errors("{\"act\":\"IGNORE\",\"reason\":\"a test\",\"dryRun\":true}"))
                .containsExactly("filter");
    }

    @Test
    void whatBelongsToAnotherActShouldBeRefused() {
        assertThat(errors("{\"act\":\"NOTE\",\"filter\":{},\"dryRun\":true,\"note\":\"x\",\"outcome\":\"HANDLED\"}"))
                .containsExactly("outcome");
    }

    @Test
    void aReasonShouldBeATextThatSaysSomething() {
        for (String reason :
                List.of("null", "7", "\"\"", "\"  no  \"", "\"a\\u0000b\"", "\"" + "x".repeat(501) + "\"")) {
            assertThat(errors("{\"act\":\"UNASSIGN\",\"filter\":{},\"dryRun\":true,\"reason\":" + reason + "}"))
                    .containsExactly("reason");
        }
    }

    private static List<String> errors(String body) {
        return catchThrowableOfType(ProblemException.class, () -> ReadAct.many(StrictJson.object(body, Object.class)))
                .problem()
                .errors()
                .stream()
                .map(FieldError::field)
                .toList();
    }
}
