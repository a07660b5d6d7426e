package org.lethe.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.settings.OidcSettings;

class IdentityTokensTest {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean down;
    private HttpServer provider;
    private ECKey key;
    private IdentityTokens tokens;

    @BeforeEach
    void aProviderWithAKey() throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("known").generate();
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(down ? 500 : 200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        provider.start();
        tokens = tokens(Duration.ofMinutes(1));
    }

    @AfterEach
    void noProvider() {
        provider.stop(0);
    }

    @Test
    void aGoodTokenShouldTellOfSomebody() throws JOSEException {
        assertThat(tokens.verify(token("known", Instant.now().plusSeconds(60))))
                .hasValue(new Identity("https://issuer.example", "ann", Set.of("owner")));
    }

    @Test
    void whatCannotBeCheckedNowShouldNotBeCalledWrong() throws JOSEException {
        assertThat(tokens.verify(token("known", Instant.now().plusSeconds(60)))).isPresent();
        down = true;

        assertThatThrownBy(() -> tokens.verify(token("unknown", Instant.now().plusSeconds(60))))
                .isInstanceOf(KeysUnavailableException.class);
        assertThat(tokens.verify(token("known", Instant.now().plusSeconds(60)))).isPresent();
        assertThat(tokens.verify(token("known", Instant.now().minusSeconds(60))))
                .isEmpty();
    }

    @Test
    void aProviderThatWasNeverThereShouldBeUnavailable() {
        down = true;

        assertThatThrownBy(() -> tokens.verify(token("known", Instant.now().plusSeconds(60))))
                .isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void tokensThatAreMadeUpShouldNotHaveTheProviderAskedEachTime() throws JOSEException {
        for (int i = 0; i < 20; i++) {
            String token = token("made-up-" + i, Instant.now().plusSeconds(60));
            try {
                assertThat(tokens.verify(token)).isEmpty();
            } catch (KeysUnavailableException notAskedNow) {
                assertThat(i).isPositive();
            }
        }

        assertThat(asked).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void withoutAProviderNoTokenShouldBeGood() throws JOSEException {
        assertThat(new IdentityTokens(Optional.empty())
                        .verify(token("known", Instant.now().plusSeconds(60))))
                .isEmpty();
    }

    private IdentityTokens tokens(Duration refresh) {
        return new IdentityTokens(Optional.of(new OidcSettings(
                "https://issuer.example",
                "lethe",
                "ES256",
                "http://127.0.0.1:" + provider.getAddress().getPort() + "/",
                "groups",
                Map.of("photo-users", "owner"),
                Duration.ofSeconds(5),
                refresh)));
    }

    private String token(String kid, Instant end) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid).build(),
                new JWTClaimsSet.Builder()
                        .issuer("https://issuer.example")
                        .audience("lethe")
                        .subject("ann")
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(end))
                        .claim("groups", List.of("photo-users", "others"))
                        .build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
