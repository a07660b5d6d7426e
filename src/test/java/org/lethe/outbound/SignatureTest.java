package org.lethe.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is expected was computed with {@code openssl dgst -sha256 -mac HMAC}. */
class SignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_w+FaYQzH0wHoaNlPma1khjSh46TsoDK5enKJyQStaUw=";

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
        Instant now = Instant.ofEpochSecond(1_614_265_330);

        String both = Signature.of(List.of(OTHER, SECRET), "id", now, "body");

        assertThat(both)
                .isEqualTo(Signature.of(List.of(OTHER), "id", now, "body")
                        + ' '
                        + Signature.of(List.of(SECRET), "id", now, "body"));
    }
}
