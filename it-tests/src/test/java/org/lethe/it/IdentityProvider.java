package org.lethe.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider of identities as an outside one is: it has keys, publishes their public halves, and signs tokens, without the
 * library that the product verifies them with. One for all installations of a test run.
 */
public final class IdentityProvider {
    public static final String ISSUER = "https://identity.example";
    public static final String AUDIENCE = "lethe-tests";

    private static final IdentityProvider SHARED = new IdentityProvider();

    private final Map<String, KeyPair> published = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private volatile boolean down;

    private IdentityProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/jwks", exchange -> {
            asked.incrementAndGet();
            byte[] body = jwks().getBytes(UTF_8);
            exchange.sendResponseHeaders(down ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        publish("first", newKey());
    }

    public static IdentityProvider shared() {
        return SHARED;
    }

    public String jwksUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    /** How often its keys have been asked for. */
    public int asked() {
        return asked.get();
    }

    public void setDown(boolean down) {
        this.down = down;
    }

    public void publish(String kid, KeyPair key) {
        published.put(kid, key);
    }

    public void withdraw(String kid) {
        published.remove(kid);
    }

    public KeyPair key(String kid) {
        return published.get(kid);
    }

    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What every good token says, for somebody of these groups; to be changed. */
    public static JsonObjectBuilder claims(String subject, String... groups) {
        Instant now = Instant.now();
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (String group : groups) {
            list.add(group);
        }
        return Json.createObjectBuilder()
                .add("iss", ISSUER)
                .add("aud", AUDIENCE)
                .add("sub", subject)
                .add("iat", now.getEpochSecond())
                .add("exp", now.plusSeconds(300).getEpochSecond())
                .add("groups", list);
    }

    /** A good token. */
    public String token(String subject, String... groups) {
        return signed(header("first"), claims(subject, groups).build(), key("first"));
    }

    public static JsonObjectBuilder header(String kid) {
        return Json.createObjectBuilder().add("alg", "RS256").add("typ", "JWT").add("kid", kid);
    }

    public static String signed(JsonObjectBuilder header, JsonObject claims, KeyPair key) {
        return signed("SHA256withRSA", header, claims, key);
    }

    public static String signed(String algorithm, JsonObjectBuilder header, JsonObject claims, KeyPair key) {
        String unsigned = unsigned(header, claims);
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key.getPrivate());
            signature.update(unsigned.getBytes(US_ASCII));
            return unsigned + '.' + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Header and claims, without what follows the second dot. */
    public static String unsigned(JsonObjectBuilder header, JsonObject claims) {
        return base64(header.build().toString().getBytes(UTF_8))
                + '.'
                + base64(claims.toString().getBytes(UTF_8));
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A public key as JSON (RFC 7517). */
    public static JsonObjectBuilder jwk(String kid, KeyPair key) {
        RSAPublicKey rsa = (RSAPublicKey) key.getPublic();
        return Json.createObjectBuilder()
                .add("kty", "RSA")
                .add("use", "sig")
                .add("kid", kid)
                .add("n", base64(unsignedBytes(rsa.getModulus())))
                .add("e", base64(unsignedBytes(rsa.getPublicExponent())));
    }

    private String jwks() {
        JsonArrayBuilder keys = Json.createArrayBuilder();
        published.forEach((kid, key) -> keys.add(jwk(kid, key)));
        return Json.createObjectBuilder().add("keys", keys).build().toString();
    }

    private static byte[] unsignedBytes(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
