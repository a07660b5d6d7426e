package org.lethe.it.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.lethe.it.IdentityProvider.claims;
import static org.lethe.it.IdentityProvider.header;
import static org.lethe.it.IdentityProvider.signed;
import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.IdentityProvider;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("Tokens of an outside provider")
class OidcIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private final IdentityProvider provider = IdentityProvider.shared();
    private String subject;

    @BeforeEach
    void somebody() {
        subject = "sub-" + UUID.randomUUID();
    }

    @AfterEach
    void theProviderIsThereAgain() {
        provider.setDown(false);
    }

    @Test
    void whoComesForTheFirstTimeShouldHaveAnAccountFromThenOn() {
        LetheClient owner = lethe.withToken(provider.token(subject, "photo-users", "others"));

        UUID album = owner.createAlbum("By a provider's token");

        assertThat(lethe.withToken(provider.token(subject, "photo-users")).get("api/albums/" + album))
                .hasStatus(200);
        assertThat(lethe.withToken(provider.token(subject + "x", "photo-users")).get("api/albums/" + album))
                .isProblem(404, "not-found");
        JsonObject account = account();
        assertThat(account.getString("issuer")).isEqualTo(IdentityProvider.ISSUER);
        assertThat(account.getString("login")).startsWith("oidc:" + subject.substring(0, 40) + ":");
        JsonObject entry = lethe.admin()
                .get("api/admin/audit?subject=" + account.getString("id"))
                .items()
                .getJsonObject(0);
        assertThat(entry.getString("action")).isEqualTo("ACCOUNT_ADDED");
        assertThat(entry.getString("actor")).isEqualTo(account.getString("login"));
    }

    @Test
    void eachTokenShouldSayItselfWhatMayBeDone() {
        assertThat(asks("api/admin/failures", provider.token(subject, "photo-ops")))
                .hasStatus(200);
        assertThat(asks("api/albums", provider.token(subject, "photo-ops"))).isProblem(403, "forbidden");
        assertThat(asks("api/admin/accounts?limit=1", provider.token(subject, "photo-admins")))
                .hasStatus(200);
        assertThat(asks("api/albums", provider.token(subject, "owner", "admin")))
                .isProblem(403, "forbidden");
        assertThat(asks("api/albums", provider.token(subject))).isProblem(403, "forbidden");
        assertThat(asks("api/albums", good(claims(subject).add("groups", "photo-ops photo-users"))))
                .hasStatus(200);
        assertThat(asks("api/albums", good(claims(subject).add("groups", 7)))).isProblem(403, "forbidden");
    }

    @Test
    void whateverIsWrongWithATokenTheAnswerShouldBeTheSame() throws GeneralSecurityException {
        Answer stranger = asks("api/albums", "lethe_" + "A".repeat(43));

        bad().forEach((what, token) -> {
            Answer answer = asks("api/albums", token);
            assertThat(answer)
                    .as(what)
                    .isProblem(401, "unauthorized")
                    .hasHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            assertThat(answer.text()).as(what).isEqualTo(stranger.text());
        });
        assertThat(lethe.database().number("select count(*) from account where subject = ?", subject))
                .isZero();
    }

    private Map<String, String> bad() throws GeneralSecurityException {
        KeyPair another = IdentityProvider.newKey();
        JsonObject fine = claims(subject, "photo-users").build();
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("no algorithm", IdentityProvider.unsigned(header("first").add("alg", "none"), fine) + '.');
        bad.put(
                "HMAC with the public key",
                hmac(provider.key("first").getPublic().getEncoded(), fine));
        bad.put("HMAC with the public key as PEM", hmac(pem(provider.key("first")), fine));
        bad.put(
                "another algorithm",
                signed("SHA512withRSA", header("first").add("alg", "RS512"), fine, provider.key("first")));
        bad.put("another's key", signed(header("first"), fine, another));
        bad.put(
                "another's key in the header",
                signed(header("first").add("jwk", IdentityProvider.jwk("first", another)), fine, another));
        bad.put(
                "another's keys elsewhere",
                signed(
                        header("theirs")
                                .add("jku", provider.jwksUrl() + "/theirs")
                                .add("x5u", provider.jwksUrl()),
                        fine,
                        another));
        bad.put("another issuer", good(claims(subject, "photo-users").add("iss", "https://evil.example")));
        bad.put("another audience", good(claims(subject, "photo-users").add("aud", "another")));
        bad.put("no audience", good(claims(subject, "photo-users").remove("aud")));
        bad.put("expired", good(claims(subject, "photo-users").add("exp", in(-61))));
        bad.put("no end", good(claims(subject, "photo-users").remove("exp")));
        bad.put("not yet valid", good(claims(subject, "photo-users").add("nbf", in(90))));
        bad.put("nobody", good(claims(subject, "photo-users").remove("sub")));
        bad.put("another type", signed(header("first").add("typ", "logout+jwt"), fine, provider.key("first")));
        bad.put("changed", provider.token(subject).replaceAll("\\.[^.]*\\.", "." + claimsPart(fine) + "."));
        bad.put("no token", "a.b.c");
        return bad;
    }

    @Test
    void aClockThatIsALittleOffShouldNotMatter() {
        assertThat(asks("api/albums", good(claims(subject, "photo-users").add("exp", in(-30)))))
                .hasStatus(200);
        assertThat(asks("api/albums", good(claims(subject, "photo-users").add("nbf", in(30)))))
                .hasStatus(200);
    }

    @Test
    void aNewKeyShouldCountAndAnOldOneNoMore() {
        KeyPair key = IdentityProvider.newKey();
        String kid = "new-" + UUID.randomUUID();
        String token = signed(header(kid), claims(subject, "photo-users").build(), key);

        provider.publish(kid, key);
        awaitStatus(token, 200);
        provider.withdraw(kid);
        awaitStatus(signed(header("unknown"), claims(subject).build(), key), 401); // has the keys asked for
        awaitStatus(token, 401);

        assertThat(asks("api/albums", provider.token(subject, "photo-users"))).hasStatus(200);
    }

    @Test
    void whatCannotBeCheckedNowShouldNotBeCalledWrong() {
        asks("api/albums", provider.token(subject, "photo-users")).expect(200);
        KeyPair key = IdentityProvider.newKey();
        provider.setDown(true);

        Answer answer = asks(
                "api/albums",
                signed(header("unknown"), claims(subject, "photo-users").build(), key));

        assertThat(answer).isProblem(503, "provider-unavailable").hasHeader("Retry-After");
        assertThat(asks("api/albums", provider.token(subject, "photo-users"))).hasStatus(200);
    }

    @Test
    void tokensThatAreMadeUpShouldNotHaveTheProviderAsked() {
        asks("api/albums", provider.token(subject, "photo-users")).expect(200);
        int before = provider.asked();
        Instant begun = Instant.now();

        for (int i = 0; i < 20; i++) {
            asks("api/albums", signed(header("made-up-" + i), claims(subject).build(), provider.key("first")));
        }

        long intervals = Duration.between(begun, Instant.now()).toMillis() / 200 + 1;
        assertThat((long) provider.asked() - before)
                .as("twice in an interval at most, also in the one that had begun before")
                .isLessThanOrEqualTo(2 * (intervals + 1));
    }

    @Test
    void aTokenShouldNotMakeTokens() {
        LetheClient owner = lethe.withToken(provider.token(subject, "photo-users"));

        assertThat(owner.post("api/tokens", "{\"name\": \"a\", \"scopes\": [\"read\"]}"))
                .isProblem(403, "password-needed");
        assertThat(owner.get("api/session")).isProblem(403, "password-needed");
    }

    @Test
    void whoIsDisabledHereShouldStayOutWhateverTheProviderSays() {
        asks("api/albums", provider.token(subject, "photo-users")).expect(200);
        String path = "api/admin/accounts/" + account().getString("id");

        assertThat(change(path, "{\"password\": \"twelve and more\", \"roles\": [\"admin\"]}"))
                .isProblem(400, "malformed")
                .hasErrorsFor("password", "roles");
        assertThat(change(path, "{\"disabled\": true}")).hasStatus(200);

        assertThat(asks("api/albums", provider.token(subject, "photo-users"))).isProblem(401, "unauthorized");
    }

    @Test
    void noPasswordShouldBeRightForAnAccountOfTheProvider() {
        asks("api/albums", provider.token(subject, "photo-users")).expect(200);
        String login = account().getString("login");

        assertThat(lethe.anonymous()
                        .post("api/session", "{\"login\": \"" + login + "\", \"password\": \"twelve and more\"}"))
                .isProblem(401, "unauthorized");
    }

    private static Answer asks(String path, String token) {
        return lethe.withToken(token).get(path);
    }

    private String good(JsonObjectBuilder claims) {
        return signed(header("first"), claims.build(), provider.key("first"));
    }

    private static void awaitStatus(String token, int status) {
        Awaitility.await()
                .atMost(LetheClient.DEADLINE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> asks("api/albums", token).status() == status);
    }

    private JsonObject account() {
        String id = lethe.database()
                .texts("select id from account where subject = ?", subject)
                .get(0);
        return lethe.admin().get("api/admin/accounts/" + id).expect(200).json();
    }

    private static Answer change(String path, String body) {
        LetheClient admin = lethe.admin();
        return admin.send(admin.request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    private static String hmac(byte[] secret, JsonObject claims) throws GeneralSecurityException {
        String unsigned = IdentityProvider.unsigned(header("first").add("alg", "HS256"), claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return unsigned + '.' + IdentityProvider.base64(mac.doFinal(unsigned.getBytes(US_ASCII)));
    }

    private static byte[] pem(KeyPair key) {
        String base64 = Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n").getBytes(US_ASCII);
    }

    private static String claimsPart(JsonObject claims) {
        return IdentityProvider.unsigned(header("first"), claims).replaceAll(".*\\.", "");
    }

    private static long in(long seconds) {
        return Instant.now().plusSeconds(seconds).getEpochSecond();
    }
}
