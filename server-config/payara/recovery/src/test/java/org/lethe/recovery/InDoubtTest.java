package org.lethe.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class InDoubtTest {
    @Test
    void branchQualifierShouldBeReadFromTheDriversNotation() {
        String gid = "4871251_" + base64("global") + '_' + base64("lethe-0a1b2c3d,server,P100");

        assertThat(InDoubt.branchQualifier(gid)).asString().isEqualTo("lethe-0a1b2c3d,server,P100");
    }

    @Test
    void otherNotationsShouldBelongToNobodyHere() {
        assertThat(InDoubt.branchQualifier("nightly-report")).isEmpty();
        assertThat(InDoubt.branchQualifier("a_b_*")).isEmpty();
    }

    @Test
    void nothingPreparedShouldBeEmpty() {
        assertThat(new PreparedBranches(0, 0).isEmpty()).isTrue();
        assertThat(new PreparedBranches(0, 1).isEmpty()).isFalse();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
