package org.lethe.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.outbound.OutboundRules;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

class WantedChannelTest {

    private static final OutboundRules STRICT = new OutboundRules(Duration.ofSeconds(1), 1, false, false);
    private static final OutboundRules LENIENT = new OutboundRules(Duration.ofSeconds(1), 1, true, true);
    private static final String SLACK = channel("SLACK", "{'secret': 'https://hooks.slack.example/services/T0/B0/x'}");
    private static final String WEBHOOK =
            channel("WEBHOOK", "{'url': 'https://ops.example/', 'secret': 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'}");
    private static final String EMAIL = channel(
            "EMAIL",
            "{'host': 'smtp.example', 'port': 587, 'tls': 'STARTTLS', 'user': 'lethe', 'secret': 'pw', 'from': 'lethe@example.org',"
                    + " 'to': ['ops@example.org', 'b+c@d.example']}");

    @Test
    void whatIsNotSaidShouldBeAsMostWantIt() {
        WantedChannel wanted = read(SLACK, STRICT);

        assertThat(wanted.document().language()).isEqualTo(Language.EN);
        assertThat(wanted.document().window()).isEqualTo(Duration.ofMinutes(5));
        assertThat(wanted.document().tells()).containsExactly(Topic.values());
        assertThat(wanted.document().failureKinds()).isEmpty();
        assertThat(wanted.document().storages()).isEmpty();
        assertThat(wanted.reason()).isEqualTo("a reason");
    }

    @Test
    void ofASlackWebhookOnlyItsHostShouldBeSeen() {
        WantedChannel wanted = read(SLACK, STRICT);

        assertThat(wanted.document().target().host()).isEqualTo("hooks.slack.example");
        assertThat(ChannelJson.of(wanted.document()).toString()).doesNotContain("services");
        assertThat(wanted.toString()).doesNotContain("services");
    }

    @Test
    void whatIsKeptShouldBeReadAsItWas() {
        for (String body : List.of(SLACK, WEBHOOK, EMAIL)) {
            ChannelDocument document = read(body, STRICT).document();
            String kept = ChannelJson.of(document).toString();

            assertThat(ChannelJson.read(kept)).isEqualTo(document);
            assertThat(kept).doesNotContain("secret", "whsec", "pw");
        }
    }

    @Test
    void everyFaultShouldBeToldAtOnce() {
        Problem refused = refused(
                channel(
                                "EMAIL",
                                "{'host': '10.0.0.1', 'port': 0, 'tls': 'NONE', 'from': 'Lethe <a@b.c>', 'to': ['x', 'a@b.c\\r\\nBcc: d@e.f']}")
                        .replace("'a reason'", "'no'")
                        .replace("'enabled': true", "'enabled': true, 'windowSeconds': -1, 'tells': ['RECOVERIES']"),
                STRICT);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors())
                .extracting(error -> error.field())
                .containsExactly(
                        "windowSeconds",
                        "tells",
                        "target.host",
                        "target.port",
                        "target.tls",
                        "target.from",
                        "target.to[0]",
                        "target.to[1]",
                        "reason");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'enabled': true | 'enabled': 'yes' | enabled",
                "'enabled': true | 'enabled': true, 'other': 1 | other",
                "'enabled': true | 'enabled': true, 'language': 'fr' | language",
                "'enabled': true | 'enabled': true, 'windowSeconds': 1.5 | windowSeconds",
                "'enabled': true | 'enabled': true, 'tells': ['NOTHING'] | tells",
                "'enabled': true | 'enabled': true, 'tells': ['BREAKERS', 'BREAKERS'] | tells",
                "'enabled': true | 'enabled': true, 'failureKinds': [7] | failureKinds",
                "'enabled': true | 'enabled': true, 'storages': ['tape'] | storages",
                "'SLACK' | 'PAGER' | kind",
                "'reason': | 'because': | reason",
                "'secret': | 'sekret': | target.sekret",
            })
    void whatIsNoSuchBodyShouldBeRefused(String member, String other, String field) {
        Problem refused = refused(SLACK.replace(member, other), STRICT);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).extracting(error -> error.field()).contains(field);
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.slack.example/x, must begin with https://",
        "https://127.0.0.1/x, must be at a public address",
        "nonsense, must begin with https://"
    })
    void whatIsNotCalledShouldBeRefusedWithoutTellingIt(String url, String rule) {
        Problem refused = refused(channel("SLACK", "{'secret': '" + url + "'}"), STRICT);

        assertThat(refused.errors())
                .extracting(error -> error.field() + ' ' + error.message())
                .containsExactly("target.secret " + rule);
        assertThat(refused.toString()).doesNotContain(url);
    }

    @ParameterizedTest
    @CsvSource({"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=", "whsec_***", "''"})
    void aWeakKeyShouldBeRefused(String key) {
        Problem refused =
                refused(channel("WEBHOOK", "{'url': 'https://ops.example/', 'secret': '" + key + "'}"), STRICT);

        assertThat(refused.errors()).extracting(error -> error.field()).containsExactly("target.secret");
    }

    @Test
    void whatSettingsAllowShouldBeTaken() {
        assertThat(read(
                                channel(
                                        "EMAIL",
                                        "{'host': '127.0.0.1', 'port': 25, 'tls': 'NONE', 'from': 'a@localhost', 'to': ['b@localhost']}"),
                                LENIENT)
                        .document()
                        .target()
                        .tls())
                .isEqualTo(Tls.NONE);
    }

    @Test
    void aChannelShouldTellOfWhatItIsToldTo() {
        ChannelDocument narrow = read(
                        SLACK.replace(
                                "'enabled': true",
                                "'enabled': true, 'tells': ['FAILURES'], 'failureKinds': ['REMOVAL'], 'storages': ['backup']"),
                        STRICT)
                .document();

        assertThat(narrow.tellsOf(group(Subject.FAILURES, "REMOVAL", "backup"))).isTrue();
        assertThat(narrow.tellsOf(group(Subject.FAILURES, "REMOVAL", "main"))).isFalse();
        assertThat(narrow.tellsOf(group(Subject.FAILURES, "PLAN", ""))).isFalse();
        assertThat(narrow.tellsOf(group(Subject.BREAKER, "", "backup"))).isFalse();
        assertThat(narrow.tellsOf(group(Subject.ERRORS, "TRANSIENT", "backup"))).isFalse();
        assertThat(narrow.tellsOfTheEndOf(group(Subject.FAILURES, "REMOVAL", "backup")))
                .isFalse();
        ChannelDocument off = read(SLACK.replace("'enabled': true", "'enabled': false"), STRICT)
                .document();
        assertThat(off.tellsOf(group(Subject.FAILURES, "REMOVAL", "backup"))).isFalse();
    }

    /** Whoever wants to hear of failures of one kind hears of errors of every kind: those are of another. */
    @Test
    void errorsShouldBeToldWhicheverFailuresAre() {
        ChannelDocument channel = read(
                        SLACK.replace(
                                "'enabled': true", "'enabled': true, 'failureKinds': ['PLAN'], 'storages': ['backup']"),
                        STRICT)
                .document();

        assertThat(channel.tellsOf(group(Subject.ERRORS, "TRANSIENT", "backup")))
                .isTrue();
        assertThat(channel.tellsOf(group(Subject.ERRORS, "TRANSIENT", "main"))).isFalse();
    }

    private static Group group(Subject subject, String kind, String storage) {
        return new Group(subject, kind, storage, "a cause");
    }

    private static String channel(String kind, String target) {
        return "{'name': 'On call', 'kind': '" + kind + "', 'enabled': true, 'target': " + target
                + ", 'reason': 'a reason'}";
    }

    private static WantedChannel read(String body, OutboundRules rules) {
        JsonObject json =
                Json.createReader(new StringReader(body.replace('\'', '"'))).readObject();
        return WantedChannel.of(json, rules);
    }

    private static Problem refused(String body, OutboundRules rules) {
        return catchThrowableOfType(ProblemException.class, () -> read(body, rules))
                .problem();
    }
}
