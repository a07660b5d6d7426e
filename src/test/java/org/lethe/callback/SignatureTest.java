package org.lethe.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is expected was computed with {@code openssl dgst -sha256 -mac HMAC}. */
class SignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String KEY = "correct horse battery staple correct";
    private static final UUID ACCOUNT = UUID.fromString("0198f6c2-7c11-7d2e-8a4b-5c6d7e8f9a0b");

    @Test
    void theReferenceOfStandardWebhooksShouldBeMet() {
        String signature = Signature.of(
                List.of(SECRET),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachSecretShouldHaveASignatureOfItsOwn() {
        String other = Signature.secret(KEY, ACCOUNT, 1);
        Instant now = Instant.ofEpochSecond(1_614_265_330);

        String both = Signature.of(List.of(other, SECRET), "id", now, "body");

        assertThat(both)
                .isEqualTo(Signature.of(List.of(other), "id", now, "body")
                        + ' '
                        + Signature.of(List.of(SECRET), "id", now, "body"));
    }

    @Test
    void aSecretShouldBeDerivedFromKeyAccountAndGeneration() {
        String secret = Signature.secret(KEY, ACCOUNT, 2);

        assertThat(secret).isEqualTo("whsec_w+FaYQzH0wHoaNlPma1khjSh46TsoDK5enKJyQStaUw=");
        assertThat(List.of(
                        Signature.secret(KEY, ACCOUNT, 1),
                        Signature.secret(KEY, UUID.randomUUID(), 2),
                        Signature.secret(KEY + '2', ACCOUNT, 2)))
                .doesNotContain(secret);
    }
}
