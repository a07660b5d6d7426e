package org.lethe.errorpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.problem.FieldError;
import org.lethe.problem.ProblemException;

class WantedPolicyTest {

    private static final Instant NOW = Instant.parse("2031-12-01T06:00:00Z");

    @Test
    void aPolicyShouldBeReadAsItWasWritten() {
        ErrorPolicy policy = new ErrorPolicy(
                "The backup moves",
                new FailureMatch("storage unavailable", ErrorKind.TRANSIENT, "backup", "lethe.removal.backup"),
                ErrorAction.HOLD,
                null,
                Instant.parse("2031-12-03T06:00:00Z"));

        assertThat(ErrorPolicyJson.parse(ErrorPolicyJson.of(policy).toString())).isEqualTo(policy);
    }

    @Test
    void nullShouldCountAsLeftOut() {
        WantedPolicy wanted = WantedPolicy.of(
                json("{'policy': {'name': 'n', 'match': {'cause': 'c', 'kind': null, 'storage': null, 'queue': null},"
                        + " 'action': 'RETRY', 'maxAttempts': null, 'until': null}, 'reason': ' it must be so '}"),
                NOW);

        assertThat(wanted.policy().match()).isEqualTo(FailureMatch.of("c", null));
        assertThat(wanted.reason()).isEqualTo("it must be so");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "policy.name;         'name': ' '",
                "policy.match;        'match': {}",
                "policy.match.cause;  'match': {'cause': ''}",
                "policy.match.storage;'match': {'storage': 'tape'}",
                "policy.match.queue;  'match': {'queue': 'lethe.dead'}",
                "policy.maxAttempts;  'maxAttempts': 0",
                "policy.maxAttempts;  'maxAttempts': 101",
                "policy.maxAttempts;  'action': 'HUMAN', 'maxAttempts': 3",
                "policy.until;        'action': 'HOLD'",
                "policy.until;        'action': 'HOLD', 'until': '2031-12-01T06:00:00Z'",
                "policy.until;        'action': 'HOLD', 'until': '2099-12-01T06:00:00Z'",
                "policy.until;        'until': '2031-12-02T06:00:00Z'",
                "policy.action;       'match': {'kind': 'UNFORESEEN'}, 'action': 'HUMAN'",
                "policy.action;       'match': {'queue': 'lethe.removal.plan'}, 'action': 'HUMAN'",
                "policy.action;       'match': {'queue': 'lethe.removal.plan'}, 'action': 'IGNORE'",
                "policy.maxAttempts;  'match': {'queue': 'lethe.removal.plan'}, 'maxAttempts': 3",
                "policy.maxAttempts;  'match': {'kind': 'UNFORESEEN'}, 'maxAttempts': 3"
            })
    void nonsenseShouldBeRefusedByItsName(String member, String members) {
        JsonObject body = json("{'policy': {'name': 'n', 'match': {'cause': 'c'}, 'action': 'RETRY', " + members
                + "}, 'reason': 'it must be so'}");

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> WantedPolicy.of(body, NOW));

        assertThat(refused.problem().status()).isEqualTo(422);
        assertThat(refused.problem().errors()).extracting(FieldError::field).containsExactly(member);
    }

    @Test
    void allThatIsNoPolicyShouldBeToldAtOnce() {
        JsonObject body = json("{'policy': {'name': 7, 'match': {'kind': 'BAD', 'colour': 'red'}, 'action': 'SHRUG',"
                + " 'maxAttempts': 'many', 'until': 'soon'}, 'because': 'x'}");

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> WantedPolicy.of(body, NOW));

        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "policy.name",
                        "policy.match.kind",
                        "policy.match.colour",
                        "policy.action",
                        "policy.maxAttempts",
                        "policy.until",
                        "reason",
                        "because");
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
