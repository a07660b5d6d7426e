package org.lethe.problem;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    /** As the bodies of operations are. */
    record Body(String name, List<String> ids, Integer number) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"name\": \"é\", \"ids\": [\"a\", null], \"number\": 7}",
                "{\"name\": null, \"ids\": null}",
                " {\"unheardOf\": {\"name\": 1}} \n"
            })
    void anObjectShouldBeAccepted(String body) {
        assertThatCode(() -> StrictJson.check(body.getBytes(UTF_8), Body.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{}]",
                "7",
                "\"text\"",
                "{}}",
                "{} {}",
                "{",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"unheardOf\": [{\"a\": 1, \"a\": 1}]}",
                "{\"name\": 1e}",
                "\uFEFF{}"
            })
    void whateverIsNoSingleObjectShouldBeRefused(String body) {
        assertThat(refusal(body.getBytes(UTF_8)).status()).isEqualTo(400);
    }

    @Test
    void whatIsNestedTooDeeplyShouldBeRefused() {
        assertThat(refusal(("{\"a\": " + "[".repeat(100_000)).getBytes(UTF_8)).status())
                .isEqualTo(400);
    }

    @Test
    void whatIsNoUtf8ShouldBeRefused() {
        assertThat(refusal("{\"name\": \"a\"}".getBytes(UTF_16)).status()).isEqualTo(400);
        assertThat(refusal(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'})
                        .detail())
                .contains("UTF-8");
    }

    @Test
    void whatIsNoTextWhereTextIsExpectedShouldBeNamed() {
        Problem problem = refusal("{\"name\": 7, \"ids\": [\"a\", true, {}]}".getBytes(UTF_8));

        assertThat(problem.errors()).extracting(FieldError::field).containsExactly("name", "ids[1]", "ids[2]");
    }

    private static Problem refusal(byte[] body) {
        return catchThrowableOfType(ProblemException.class, () -> StrictJson.check(body, Body.class))
                .problem();
    }
}
