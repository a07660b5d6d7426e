package org.lethe.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainedEntryTest {

    @Test
    void theHashShouldBeOfTheNetstringsThatTheMigrationTellsOf() throws NoSuchAlgorithmException {
        AuditEntry entry = new AuditEntry(
                UUID.fromString("018f0000-0000-7000-8000-000000000001"),
                Instant.parse("2031-12-24T18:00:00.000001Z"),
                "jürgen",
                "TOKEN_REVOKED",
                "token",
                "",
                null,
                "r-1",
                "{}");
        String text = "13:lethe-audit-1,1:7,3:abc,36:018f0000-0000-7000-8000-000000000001,"
                + "27:2031-12-24T18:00:00.000001Z,7:jürgen,13:TOKEN_REVOKED,5:token,0:,-,3:r-1,2:{},";

        assertThat(new ChainedEntry(7, "", entry).hashAfter("abc"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8))));
    }
}
