package org.lethe.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.problem.ProblemException;

class IdempotencyKeyTest {

    @Test
    void quotationMarksShouldNotBeAPartOfTheKey() {
        assertThat(IdempotencyKey.of(List.of("\"a-key\""))).isEqualTo(IdempotencyKey.of(List.of("a-key")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"open", "two words", "a\"b", "a\\b", "\u00e4", "a\u0000b"})
    void whatIsNoKeyShouldBeRefused(String text) {
        assertThatThrownBy(() -> IdempotencyKey.of(List.of(text))).isInstanceOf(ProblemException.class);
    }

    @Test
    void aKeyShouldBeBoundedAndOne() {
        assertThat(IdempotencyKey.of(List.of("k".repeat(255))).text()).hasSize(255);
        assertThatThrownBy(() -> IdempotencyKey.of(List.of("k".repeat(256)))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> IdempotencyKey.of(List.of("a", "b"))).isInstanceOf(ProblemException.class);
    }
}
