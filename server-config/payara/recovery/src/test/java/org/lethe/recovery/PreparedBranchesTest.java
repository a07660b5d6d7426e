package org.lethe.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreparedBranchesTest {
    @Test
    void nothingPreparedShouldBeEmpty() {
        assertThat(new PreparedBranches(0, 0).isEmpty()).isTrue();
        assertThat(new PreparedBranches(0, 1).isEmpty()).isFalse();
    }
}
