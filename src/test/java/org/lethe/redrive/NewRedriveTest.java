package org.lethe.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.failure.FailureFilter;
import org.lethe.problem.FieldError;
import org.lethe.problem.ProblemException;

class NewRedriveTest {

    @Test
    void whatIsNotSaidShouldBeCareful() {
        NewRedrive wanted = NewRedrive.of(json("{'filter': {}, 'reason': '  the disk is back  '}"));

        assertThat(wanted.isDryRun()).isFalse();
        assertThat(wanted.filter()).isEqualTo(FailureFilter.EVERYTHING);
        assertThat(wanted.pace()).isEqualTo(new Pace(10, List.of(1, 10, 100), 0.1));
        assertThat(wanted.reason()).isEqualTo("the disk is back");
        assertThat(wanted.expected()).isEmpty();
    }

    @Test
    void whatIsSaidShouldBeTaken() {
        NewRedrive wanted = NewRedrive.of(json("{'filter': {'storage': 'main'}, 'ratePerSecond': 1000, 'ramp': [],"
                + " 'stopAtFailureRatio': 1, 'dryRun': true, 'expected': 0}"));

        assertThat(wanted.isDryRun()).isTrue();
        assertThat(wanted.pace()).isEqualTo(new Pace(1000, List.of(), 1));
        assertThat(wanted.filter().toJson()).hasToString("{\"storage\":[\"main\"]}");
        assertThat(wanted.reason()).isEmpty();
        assertThat(wanted.expected()).hasValue(0);
    }

    @Test
    void allFaultsShouldBeToldAtOnce() {
        assertThat(faults("{'filter': {'colour': 'red'}, 'ratePerSecond': 0, 'ramp': [0], 'stopAtFailureRatio': 2,"
                        + " 'dryRun': 'no', 'reason': 'x', 'speed': 1, 'expected': -1}"))
                .containsExactlyInAnyOrder(
                        "filter.colour",
                        "ratePerSecond",
                        "ramp",
                        "stopAtFailureRatio",
                        "dryRun",
                        "reason",
                        "speed",
                        "expected");
    }

    @Test
    void whatIsToBeSentMustBeSaidAndWhy() {
        assertThat(faults("{}")).containsExactlyInAnyOrder("filter", "reason");
        assertThat(faults("{'filter': null, 'reason': null, 'dryRun': true}"))
                .containsExactlyInAnyOrder("filter", "reason");
        assertThat(catchThrowableOfType(ProblemException.class, () -> NewRedrive.of(null))
                        .problem()
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "ratePerSecond, 1001", "ratePerSecond, 1.5", "ratePerSecond, 1e400", "ratePerSecond, null",
        "ratePerSecond, '\"10\"'", "ratePerSecond, 99999999999999999999", "ramp, 5", "ramp, '[1, null]'",
        "ramp, '[1, 1.5]'", "ramp, '[1000001]'", "ramp, '[1,1,1,1,1,1,1,1,1,1,1]'", "stopAtFailureRatio, -0.1",
        "stopAtFailureRatio, 1e400", "stopAtFailureRatio, true", "dryRun, null"
    })
    void nonsenseShouldBeRefused(String member, String value) {
        assertThat(faults("{'filter': {}, 'reason': 'why not', '" + member + "': " + value + "}"))
                .containsExactly(member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "   ab   ", "a line\\nand another", "7"})
    void aReasonShouldBeSayable(String reason) {
        String text = reason.equals("7") ? "7" : "'" + reason + "'";

        assertThat(faults("{'filter': {}, 'reason': " + text + "}")).containsExactly("reason");
    }

    private static List<String> faults(String body) {
        return catchThrowableOfType(ProblemException.class, () -> NewRedrive.of(json(body))).problem().errors().stream()
                .map(FieldError::field)
                .toList();
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readValue();
        }
    }
}
