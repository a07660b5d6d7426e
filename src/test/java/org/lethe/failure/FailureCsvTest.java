package org.lethe.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureCsvTest {

    @Test
    void theHeaderShouldNameEveryColumn() {
        assertThat(FailureCsv.HEADER.split(",", -1)).hasSize(17);
    }
}
