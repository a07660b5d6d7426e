package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.ErrorPolicies;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("Telling people what they must see to")
class NotificationsIT {
    @RegisterExtension
    static final Lethe lethe = Careful.lethe();

    private static final String CHANNELS = "api/admin/notifications/channels";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final LetheClient admin = lethe.admin();
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void theChannelsAreDeleted() {
        made.forEach(id -> admin.send(admin.request(CHANNELS + '/' + id + "?reason=the+end")
                        .header("If-Match", "*")
                        .DELETE())
                .expect(204));
        lethe.invariants().awaitQuiet().assertHolds();
        assertThat(lethe.broker().depth(Broker.NOTIFICATION_DEAD).messages()).isZero();
    }

    @Test
    void twoHundredOfAGroupShouldBeToldOnceWithTheirCount() throws Exception {
        try (Hook hook = new Hook()) {
            String channel = make(
                    webhook(hook).add("failureKinds", Json.createArrayBuilder().add("MESSAGE")));
            try (ActiveMQConnectionFactory connections = lethe.broker().connections();
                    JMSContext session = connections.createContext()) {
                for (int i = 0; i < 200; i++) {
                    session.createProducer().send(session.createQueue(Broker.MAIN), "not ours " + i);
                }
            }

            JsonObject told = awaitSent(channel, "FAILURES_OPENED", "DELIVERED");

            assertThat(told.getInt("count")).isEqualTo(200);
            assertThat(told.getInt("attempts")).isEqualTo(1);
            assertThat(hook.calls()).hasSize(1);
            Hook.Call call = hook.calls().get(0);
            assertThat(call.isSignedWith(SECRET)).isTrue();
            assertThat(call.type()).isEqualTo("application/cloudevents+json; charset=UTF-8");
            assertThat(call.id())
                    .isEqualTo(told.getString("id"))
                    .isEqualTo(call.event().getString("id"));
            assertThat(call.event().getString("type")).isEqualTo("org.lethe.failures.opened");
            JsonObject data = call.event().getJsonObject("data");
            assertThat(data.getInt("count")).isEqualTo(200);
            assertThat(data.getString("cause")).isEqualTo("unreadable message");
            assertThat(data.getString("url")).startsWith("https://photos.example/console/failures?group=");
            String group = data.getString("url").replaceFirst(".*=", "");
            assertThat(admin.get("api/admin/failures/groups/" + group)
                            .expect(200)
                            .json()
                            .getString("cause"))
                    .isEqualTo("unreadable message");
        }
    }

    @Test
    void theEndShouldBeToldWhenNothingOfItWaitsAnyMore() throws Exception {
        LetheClient owner = lethe.newOwner();
        UUID album = owner.createAlbum("Stubborn", 2);
        List<UUID> blocked = owner.photos(album).stream()
                .map(photo -> lethe.fileKey(photo.id()))
                .toList();
        try (Hook hook = new Hook()) {
            String channel = make(webhook(hook)
                    .add("windowSeconds", 0)
                    .add("storages", Json.createArrayBuilder().add("main")));
            blocked.forEach(lethe.main()::block);
            Deletion deletion = Deletion.of(
                    owner.post("api/deletions", "{\"albumId\": \"" + album + "\", \"restoreWindow\": \"PT0S\"}")
                            .expect(202)
                            .json());
            owner.awaitOver(deletion.id());
            JsonObject begun = awaitSent(channel, "FAILURES_OPENED", "DELIVERED");
            blocked.forEach(lethe.main()::unblock);
            admin.failuresOf(deletion.id()).forEach(failure -> admin.retry(failure.id()));
            assertThat(owner.awaitOver(deletion.id())).isCompletedFor(2);

            JsonObject over = awaitSent(channel, "FAILURES_SETTLED", "DELIVERED");

            assertThat(begun.getString("storage")).isEqualTo("main");
            assertThat(over.getString("cause")).isEqualTo(begun.getString("cause"));
            assertThat(over.getInt("count")).isEqualTo(2);
            assertThat(hook.calls())
                    .extracting(call -> call.event().getString("type"))
                    .containsExactly("org.lethe.failures.opened", "org.lethe.failures.settled");
        }
    }

    @Test
    void whatAPolicyWantsToldShouldBeToldOnceHoweverManyFail() throws Exception {
        LetheClient owner = lethe.newOwner();
        UUID album = owner.createAlbum("Noticed", 2);
        List<UUID> blocked = owner.photos(album).stream()
                .map(photo -> lethe.fileKey(photo.id()))
                .toList();
        Deletion deletion;
        try (Hook hook = new Hook();
                ErrorPolicies.Added policy = new ErrorPolicies(admin)
                        .add(ErrorPolicies.policy("NOTIFY", Map.of("cause", "not a plain file"), 2))) {
            String channel =
                    make(webhook(hook).add("tells", Json.createArrayBuilder().add("ERRORS")));
            blocked.forEach(lethe.main()::block);
            deletion = Deletion.of(
                    owner.post("api/deletions", "{\"albumId\": \"" + album + "\", \"restoreWindow\": \"PT0S\"}")
                            .expect(202)
                            .json());
            owner.awaitOver(deletion.id());

            JsonObject told = awaitSent(channel, "ERRORS_NOTICED", "DELIVERED");

            assertThat(told.getString("kind")).isEqualTo("PERMANENT");
            assertThat(told.getString("storage")).isEqualTo("main");
            assertThat(told.getString("cause")).isEqualTo("not a plain file");
            assertThat(told.getString("detail")).startsWith("'Test NOTIFY': ");
            assertThat(told.getInt("count")).isEqualTo(1);
            assertThat(hook.calls()).hasSize(1);
            JsonObject event = hook.calls().get(0).event();
            assertThat(event.getString("type")).isEqualTo("org.lethe.errors.noticed");
            assertThat(event.getJsonObject("data").getString("text")).contains(told.getString("detail"));
            assertThat(event.getJsonObject("data").getString("url"))
                    .isEqualTo("https://photos.example/console/policies");
            assertThat(lethe.database().number("select count(*) from error_notice where policy_id = ?", policy.id()))
                    .isEqualTo(1);
        }
        blocked.forEach(lethe.main()::unblock);
        admin.failuresOf(deletion.id()).forEach(failure -> admin.retry(failure.id()));
        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(2);
    }

    /** One that fails first, one like Slack's, and a mail: each is told the same. */
    @Test
    void everyKindShouldTellInItsOwnWay() throws Exception {
        try (Hook hook = new Hook(500);
                Hook slack = new Hook();
                MailServer mails = new MailServer()) {
            String channel = make(webhook(hook));
            make(channel("SLACK", Json.createObjectBuilder().add("secret", slack.url())));
            make(channel("EMAIL", Json.createObjectBuilder(mails.target("NONE", MailServer.PASSWORD)))
                    .add("language", "ko"));
            lethe.broker().send(Broker.MAIN, "a <poison> & more");

            JsonObject told = awaitSent(channel, "FAILURES_OPENED", "DELIVERED");
            assertThat(told.getInt("attempts")).isEqualTo(2);
            assertThat(told.getString("error")).isEqualTo("answered 500");
            assertThat(hook.calls()).hasSize(2).extracting(Hook.Call::id).containsOnly(told.getString("id"));
            assertThat(state(channel).getString("lastError")).isEqualTo("answered 500");

            Awaitility.await("Slack").until(() -> !slack.calls().isEmpty());
            Hook.Call post = slack.calls().get(0);
            assertThat(post.type()).isEqualTo("application/json; charset=UTF-8");
            assertThat(post.id()).isEmpty();
            assertThat(post.event().getString("text")).isEqualTo("Lethe: 1 message not understood: unreadable message");
            JsonObject block = post.event().getJsonArray("blocks").getJsonObject(0);
            assertThat(block.getString("type")).isEqualTo("section");
            assertThat(block.getJsonObject("text").getString("type")).isEqualTo("mrkdwn");
            assertThat(block.getJsonObject("text").getString("text"))
                    .startsWith("*1 message not understood: unreadable message*\n")
                    .endsWith("|Open the console>");

            MimeMessage mail = mails.awaitMail();
            assertThat(mail.getSubject()).isEqualTo("[Lethe] 알 수 없는 메시지 1건: unreadable message");
            assertThat(mail.getHeader("Subject", null)).startsWith("=?UTF-8?").matches("\\p{ASCII}+");
            assertThat(mail.getContent().toString())
                    .contains("더 이상 자동으로 재시도하지 않습니다.", "https://photos.example/console/");
            assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
            assertThat(mail.getSentDate()).isNotNull();
            assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@photos\\.example>");
            assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
            assertThat(mail.getHeader("Content-Language", null)).isEqualTo("ko");
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mails.mails()).hasSize(1);
        }
    }

    @Test
    void whoNeverTakesItShouldBeSeenAtItsChannelAndTellNobodyElse() throws Exception {
        try (Hook hook = Hook.always(500);
                Hook other = new Hook()) {
            String channel = make(webhook(hook));
            String witness = make(webhook(other));
            lethe.broker().send(Broker.BACKUP, "poison");

            JsonObject told = awaitSent(channel, "FAILURES_OPENED", "FAILED");
            awaitSent(witness, "FAILURES_OPENED", "DELIVERED");
            lethe.invariants().awaitQuiet();

            assertThat(hook.calls()).hasSize(Lethe.MAX_ATTEMPTS);
            assertThat(told.getInt("attempts")).isEqualTo(Lethe.MAX_ATTEMPTS);
            assertThat(state(channel).getString("lastError")).isEqualTo("answered 500");
            assertThat(state(channel).getInt("waiting")).isZero();
            assertThat(other.calls()).hasSize(1);
            assertThat(lethe.database().number("select count(*) from failure where queue like 'lethe.notification%'"))
                    .isZero();
        }
    }

    @Test
    void aTestShouldTellWhatCameOfIt() throws Exception {
        try (Hook hook = Hook.always(404);
                MailServer mails = new MailServer()) {
            JsonObject refused =
                    test(make(channel("SLACK", Json.createObjectBuilder().add("secret", hook.url()))
                            .add("enabled", false)));
            JsonObject mailed =
                    test(make(channel("EMAIL", Json.createObjectBuilder(mails.target("NONE", MailServer.PASSWORD)))));
            JsonObject wrong = test(make(channel("EMAIL", Json.createObjectBuilder(mails.target("NONE", "another")))));
            JsonObject plain = test(
                    make(channel("EMAIL", Json.createObjectBuilder(mails.target("STARTTLS", MailServer.PASSWORD)))));
            JsonObject noTls = test(
                    make(channel("EMAIL", Json.createObjectBuilder(mails.target("IMPLICIT", MailServer.PASSWORD)))));

            assertThat(refused.getBoolean("delivered")).isFalse();
            assertThat(refused.getInt("status")).isEqualTo(404);
            assertThat(refused.getString("error")).isEqualTo("answered 404");
            assertThat(mailed.getBoolean("delivered")).as(mailed.toString()).isTrue();
            assertThat(mailed).doesNotContainKeys("error", "status");
            assertThat(mails.awaitMail().getSubject()).isEqualTo("[Lethe] A test");
            assertThat(wrong.getString("error")).isEqualTo("the mail server refused the user or the password");
            assertThat(plain.getString("error")).contains("STARTTLS is required");
            assertThat(noTls.getString("error"))
                    .isIn("no TLS connection, or its certificate is not trusted", "no answer within PT2S");
            assertThat(mails.mails()).hasSize(1);
        }
    }

    @Test
    void aChangeShouldNameWhatItHasSeenAndSayWhy() throws Exception {
        try (Hook hook = new Hook()) {
            Answer first = admin.get(CHANNELS + '/' + make(webhook(hook)));
            String path = CHANNELS + '/' + first.json().getString("id");
            String etag = first.header("ETag").orElseThrow();
            JsonObject renamed = webhook(hook).add("name", "Renamed").build();

            assertThat(put(path, null, renamed)).isProblem(428, "precondition-required");
            assertThat(put(path, "\"another\"", renamed)).isProblem(412, "precondition-failed");
            assertThat(put(
                            path,
                            etag,
                            Json.createObjectBuilder(renamed).add("reason", "x").build()))
                    .isProblem(422, "unprocessable")
                    .hasErrorsFor("reason");
            Answer changed = put(path, etag, renamed).expect(200);
            assertThat(changed.json().getInt("version")).isEqualTo(2);
            assertThat(changed.json().getString("name")).isEqualTo("Renamed");
            assertThat(put(path, etag, renamed)).isProblem(412, "precondition-failed");
            assertThat(put(
                            path,
                            "*",
                            channel("SLACK", Json.createObjectBuilder()).build()))
                    .isProblem(422, "unprocessable")
                    .hasErrorsFor("kind");
            assertThat(admin.send(admin.request(path).header("If-Match", "*").DELETE()))
                    .isProblem(400, "malformed")
                    .hasErrorsFor("reason");
        }
    }

    @Test
    void aSecretShouldStayUnlessItWouldGoElsewhere() throws Exception {
        try (MailServer mails = new MailServer()) {
            String id = make(channel("EMAIL", Json.createObjectBuilder(mails.target("NONE", MailServer.PASSWORD))));
            JsonObjectBuilder target =
                    Json.createObjectBuilder(mails.target("NONE", "")).remove("secret");

            put(
                            CHANNELS + '/' + id,
                            "*",
                            channel("EMAIL", target.add("from", "new@photos.example"))
                                    .build())
                    .expect(200);
            assertThat(test(id).getBoolean("delivered")).isTrue();
            JsonObjectBuilder elsewhere = Json.createObjectBuilder(mails.target("NONE", ""))
                    .remove("secret")
                    .add("host", "localhost");
            assertThat(put(CHANNELS + '/' + id, "*", channel("EMAIL", elsewhere).build()))
                    .isProblem(422, "unprocessable")
                    .hasErrorsFor("target.secret");
        }
    }

    @Test
    void noSecretShouldBeSeenAnywhere() throws Exception {
        String unique = UUID.randomUUID().toString().replace("-", "");
        try (Hook hook = Hook.always(500);
                MailServer mails = new MailServer()) {
            String slack = make(channel("SLACK", Json.createObjectBuilder().add("secret", hook.url() + unique)));
            String mail = make(channel("EMAIL", Json.createObjectBuilder(mails.target("NONE", unique))));
            lethe.broker().send(Broker.MAIN, "poison");
            awaitSent(slack, "FAILURES_OPENED", "FAILED");
            awaitSent(mail, "FAILURES_OPENED", "FAILED");
            put(
                            CHANNELS + '/' + mail,
                            "*",
                            channel("EMAIL", Json.createObjectBuilder(mails.target("NONE", unique + 2)))
                                    .build())
                    .expect(200);

            List<String> shown = List.of(
                    test(slack).toString(),
                    test(mail).toString(),
                    admin.get(CHANNELS).text(),
                    admin.get(CHANNELS + '/' + slack).text(),
                    admin.get(CHANNELS + '/' + mail).text(),
                    put(CHANNELS + '/' + mail, "\"unseen\"", webhook(hook).build())
                            .text(),
                    admin.get("api/admin/notifications?channel=" + slack).text(),
                    admin.get("api/admin/audit?limit=50").text(),
                    String.join(" ", lethe.database().texts("select to_jsonb(c)::text from notification_channel c")),
                    String.join(
                            " ", lethe.database().texts("select encode(secret, 'escape') from notification_channel")),
                    Files.readString(lethe.installation().server().log()));

            assertThat(hook.calls()).first().matches(call -> call.path().endsWith(unique));
            assertThat(shown).allSatisfy(text -> assertThat(text).isNotEmpty().doesNotContain(unique));
            assertThat(shown.get(7)).contains("CHANNEL_ADDED", "CHANNEL_CHANGED", "CHANNEL_TESTED");
        }
    }

    @Test
    void whatIsOnItsWayShouldEndWithItsChannel() throws Exception {
        try (Hook hook = new Hook()) {
            String channel = make(webhook(hook));
            lethe.broker().pause(Broker.NOTIFICATION);
            lethe.broker().send(Broker.MAIN, "poison");
            awaitSent(channel, "FAILURES_OPENED", "SENDING");
            put(
                            CHANNELS + '/' + channel,
                            "*",
                            webhook(hook).add("enabled", false).build())
                    .expect(200);
            lethe.broker().resume(Broker.NOTIFICATION);

            awaitSent(channel, "FAILURES_OPENED", "CANCELLED");

            assertThat(hook.calls()).isEmpty();
        }
    }

    @Test
    void aLostMessageShouldBeSentAgain() throws Exception {
        try (Hook hook = new Hook()) {
            String channel = make(webhook(hook));
            lethe.broker().pause(Broker.NOTIFICATION);
            lethe.broker().send(Broker.MAIN, "poison");
            awaitSent(channel, "FAILURES_OPENED", "SENDING");
            assertThat(lethe.broker().lose(Broker.NOTIFICATION)).isPositive();
            lethe.broker().resume(Broker.NOTIFICATION);

            awaitSent(channel, "FAILURES_OPENED", "DELIVERED");

            assertThat(hook.calls()).hasSize(1);
        }
    }

    private String make(JsonObjectBuilder channel) {
        String id = admin.post(CHANNELS, channel.build()).expect(201).json().getString("id");
        made.add(id);
        return id;
    }

    private static JsonObjectBuilder webhook(Hook hook) {
        return channel(
                "WEBHOOK", Json.createObjectBuilder().add("url", hook.url()).add("secret", SECRET));
    }

    private static JsonObjectBuilder channel(String kind, JsonObjectBuilder target) {
        return Json.createObjectBuilder(
                        Map.of("name", "On call", "kind", kind, "enabled", true, "reason", "for a test"))
                .add("target", target);
    }

    private Answer put(String path, String etag, JsonObject body) {
        var request = admin.request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()));
        return admin.send(etag == null ? request : request.header("If-Match", etag));
    }

    private JsonObject test(String channel) {
        return admin.post(CHANNELS + '/' + channel + "/test").expect(200).json();
    }

    private JsonObject state(String channel) {
        return admin.get(CHANNELS + '/' + channel).expect(200).json().getJsonObject("state");
    }

    /** The only one of its kind that a channel has sent, as soon as it is in this state. */
    private JsonObject awaitSent(String channel, String what, String state) {
        List<JsonObject> sent = Awaitility.await(what + ' ' + state)
                .atMost(Duration.ofMinutes(1))
                .until(() -> sent(channel, what), all -> all.stream()
                        .anyMatch(one -> one.getString("state").equals(state)));
        assertThat(sent).hasSize(1);
        return sent.get(0);
    }

    private List<JsonObject> sent(String channel, String what) {
        JsonArray items = admin.get("api/admin/notifications?channel=" + channel)
                .expect(200)
                .json()
                .getJsonArray("items");
        return items.stream()
                .map(JsonValue::asJsonObject)
                .filter(item -> item.getString("what").equals(what))
                .toList();
    }
}
