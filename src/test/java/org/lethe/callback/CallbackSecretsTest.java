package org.lethe.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is expected was computed with {@code openssl dgst -sha256 -mac HMAC}. */
class CallbackSecretsTest {

    private static final String KEY = "correct horse battery staple correct";
    private static final UUID ACCOUNT = UUID.fromString("0198f6c2-7c11-7d2e-8a4b-5c6d7e8f9a0b");

    @Test
    void aSecretShouldBeDerivedFromKeyAccountAndGeneration() {
        String secret = CallbackSecrets.secret(KEY, ACCOUNT, 2);

        assertThat(secret).isEqualTo("whsec_w+FaYQzH0wHoaNlPma1khjSh46TsoDK5enKJyQStaUw=");
        assertThat(List.of(
                        CallbackSecrets.secret(KEY, ACCOUNT, 1),
                        CallbackSecrets.secret(KEY, UUID.randomUUID(), 2),
                        CallbackSecrets.secret(KEY + '2', ACCOUNT, 2)))
                .doesNotContain(secret);
    }
}
