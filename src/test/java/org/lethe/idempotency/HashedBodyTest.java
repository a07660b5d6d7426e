package org.lethe.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;

class HashedBodyTest {

    private static final byte[] BYTES = "a photo, or what is sent as one".getBytes(UTF_8);

    @Test
    void howeverMuchWasReadTheWholeShouldBeHashed() throws IOException, NoSuchAlgorithmException {
        byte[] whole = MessageDigest.getInstance("SHA-256").digest(BYTES);
        HashedBody read = body();
        HashedBody skipped = body();
        HashedBody closed = body();

        assertThat(read.readAllBytes()).isEqualTo(BYTES);
        assertThat(skipped.read()).isEqualTo('a');
        assertThat(skipped.skip(5)).isEqualTo(5);
        closed.close();

        assertThat(read.sha256()).isEqualTo(whole);
        assertThat(skipped.sha256()).isEqualTo(whole);
        assertThat(closed.sha256()).isEqualTo(whole);
        assertThat(body().sha256()).isEqualTo(whole);
    }

    private static HashedBody body() {
        return new HashedBody(new ByteArrayInputStream(BYTES));
    }
}
