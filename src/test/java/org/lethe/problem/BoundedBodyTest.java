package org.lethe.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

    @Test
    void whatIsWithinTheLimitShouldBeRead() throws IOException {
        assertThat(body(BoundedBody.MOST_BYTES).readAllBytes()).hasSize(BoundedBody.MOST_BYTES);
    }

    @Test
    void whatIsLargerShouldBeRefusedHoweverItIsRead() {
        assertThatThrownBy(() -> body(BoundedBody.MOST_BYTES + 1).readAllBytes())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(String.valueOf(BoundedBody.MOST_BYTES));
    }

    private static BoundedBody.Bounded body(int bytes) {
        return new BoundedBody.Bounded(new ByteArrayInputStream(new byte[bytes]));
    }
}
