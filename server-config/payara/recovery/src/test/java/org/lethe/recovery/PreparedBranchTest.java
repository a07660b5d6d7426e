package org.lethe.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PreparedBranchTest {
    @Test
    void shouldBeReadFromTheDriversNotation() {
        String gid = "4871251_" + base64("global") + '_' + base64("lethe-0a1b2c3d,server,P100");

        PreparedBranch branch = PreparedBranch.ofGid(gid).orElseThrow();

        assertThat(branch).isEqualTo(new PreparedBranch(4871251, "676C6F62616C", "lethe-0a1b2c3d,server,P100"));
        assertThat(branch.getGlobalTransactionId()).asString().isEqualTo("global");
        assertThat(branch.gid()).isEqualTo(gid);
        assertThat(branch.isOf("lethe-0a1b2c3d")).isTrue();
        assertThat(branch.isOf("lethe-0a1b2c3e")).isFalse();
    }

    @Test
    void everyByteShouldBeKept() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        String gid = "1_" + Base64.getEncoder().encodeToString(bytes) + '_'
                + Base64.getEncoder().encodeToString(bytes);

        PreparedBranch branch = PreparedBranch.ofGid(gid).orElseThrow();

        assertThat(branch.getGlobalTransactionId()).isEqualTo(bytes);
        assertThat(branch.getBranchQualifier()).isEqualTo(bytes);
        assertThat(PreparedBranch.of(branch)).isEqualTo(branch);
    }

    @Test
    void otherNotationsShouldBelongToNobodyHere() {
        assertThat(PreparedBranch.ofGid("nightly-report")).isEmpty();
        assertThat(PreparedBranch.ofGid("a_b_*")).isEmpty();
        assertThat(PreparedBranch.ofGid("x_" + base64("global") + '_' + base64("lethe")))
                .isEmpty();
        assertThat(PreparedBranch.ofGid("01_" + base64("global") + '_' + base64("lethe")))
                .isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
