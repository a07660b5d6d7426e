package org.lethe.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "4bf92f3577b34da6a3ce929d0e0e4736", "web-1:2031.7_x"})
    void aWellFormedIdShouldBeTakenOver(String sent) {
        assertThat(RequestIds.wellFormed(sent)).isEqualTo(sent);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-a", "a b", "a\nLETHE-0501", "é", "a;b", "<a>"})
    void anyOtherShouldBeReplaced(String sent) {
        assertThat(UUID.fromString(RequestIds.wellFormed(sent))).isNotNull();
    }

    @Test
    void oneThatIsTooLongShouldBeReplaced() {
        assertThat(RequestIds.wellFormed("a".repeat(128))).hasSize(128);
        assertThat(RequestIds.wellFormed("a".repeat(129))).hasSize(36);
    }
}
