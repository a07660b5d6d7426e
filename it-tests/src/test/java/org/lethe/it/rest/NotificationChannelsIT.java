package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;
import static org.lethe.it.rest.NotificationChannels.channel;
import static org.lethe.it.rest.NotificationChannels.webhook;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("Channels by which people are told")
class NotificationChannelsIT {
    @RegisterExtension
    static final Lethe lethe = Careful.lethe();

    @RegisterExtension
    final NotificationChannels channels = new NotificationChannels(lethe);

    private final LetheClient admin = lethe.admin();

    @Test
    void aTestShouldTellWhatCameOfIt() throws Exception {
        try (Hook hook = Hook.always(404);
                MailServer mails = new MailServer()) {
            JsonObject refused = channels.test(
                    channels.make(channel("SLACK", Json.createObjectBuilder().add("secret", hook.url()))
                            .add("enabled", false)));
            JsonObject mailed = channels.test(channels.make(
                    channel("EMAIL", Json.createObjectBuilder(mails.target("NONE", MailServer.PASSWORD)))));
            JsonObject wrong = channels.test(
                    channels.make(channel("EMAIL", Json.createObjectBuilder(mails.target("NONE", "another")))));
            JsonObject plain = channels.test(channels.make(
                    channel("EMAIL", Json.createObjectBuilder(mails.target("STARTTLS", MailServer.PASSWORD)))));
            JsonObject noTls = channels.test(channels.make(
                    channel("EMAIL", Json.createObjectBuilder(mails.target("IMPLICIT", MailServer.PASSWORD)))));

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
            String id = channels.make(webhook(hook));
            String path = NotificationChannels.PATH + '/' + id;
            String etag = admin.get(path).header("ETag").orElseThrow();
            JsonObject renamed = webhook(hook).add("name", "Renamed").build();

            assertThat(channels.put(id, null, renamed)).isProblem(428, "precondition-required");
            assertThat(channels.put(id, "\"another\"", renamed)).isProblem(412, "precondition-failed");
            assertThat(channels.put(
                            id,
                            etag,
                            Json.createObjectBuilder(renamed).add("reason", "x").build()))
                    .isProblem(422, "unprocessable")
                    .hasErrorsFor("reason");
            Answer changed = channels.put(id, etag, renamed).expect(200);
            assertThat(changed.json().getInt("version")).isEqualTo(2);
            assertThat(changed.json().getString("name")).isEqualTo("Renamed");
            assertThat(channels.put(id, etag, renamed)).isProblem(412, "precondition-failed");
            assertThat(channels.put(
                            id,
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
            String id = channels.make(
                    channel("EMAIL", Json.createObjectBuilder(mails.target("NONE", MailServer.PASSWORD))));
            JsonObjectBuilder target =
                    Json.createObjectBuilder(mails.target("NONE", "")).remove("secret");

            channels.put(
                            id,
                            "*",
                            channel("EMAIL", target.add("from", "new@photos.example"))
                                    .build())
                    .expect(200);
            assertThat(channels.test(id).getBoolean("delivered")).isTrue();
            JsonObjectBuilder elsewhere = Json.createObjectBuilder(mails.target("NONE", ""))
                    .remove("secret")
                    .add("host", "localhost");
            assertThat(channels.put(id, "*", channel("EMAIL", elsewhere).build()))
                    .isProblem(422, "unprocessable")
                    .hasErrorsFor("target.secret");
        }
    }

    @Test
    void noSecretShouldBeSeenAnywhere() throws Exception {
        String unique = UUID.randomUUID().toString().replace("-", "");
        try (Hook hook = Hook.always(500);
                MailServer mails = new MailServer()) {
            String slack =
                    channels.make(channel("SLACK", Json.createObjectBuilder().add("secret", hook.url() + unique)));
            String mail = channels.make(channel("EMAIL", Json.createObjectBuilder(mails.target("NONE", unique))));
            lethe.broker().send(Broker.MAIN, "poison");
            channels.awaitSent(slack, "FAILURES_OPENED", "FAILED");
            channels.awaitSent(mail, "FAILURES_OPENED", "FAILED");
            channels.put(
                            mail,
                            "*",
                            channel("EMAIL", Json.createObjectBuilder(mails.target("NONE", unique + 2)))
                                    .build())
                    .expect(200);

            List<String> shown = List.of(
                    channels.test(slack).toString(),
                    channels.test(mail).toString(),
                    admin.get(NotificationChannels.PATH).text(),
                    admin.get(NotificationChannels.PATH + '/' + slack).text(),
                    admin.get(NotificationChannels.PATH + '/' + mail).text(),
                    channels.put(mail, "\"unseen\"", webhook(hook).build()).text(),
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

    /** What was over meanwhile is of no interest, what goes on is. */
    @Test
    void whatStillGoesOnShouldBeToldWhenItsChannelIsEnabled() throws Exception {
        LetheClient owner = lethe.newOwner();
        UUID album = owner.createAlbum("Mended meanwhile", 1);
        UUID key = lethe.fileKey(owner.photos(album).get(0).id());
        try (Hook hook = new Hook()) {
            String channel = channels.make(webhook(hook).add("enabled", false));
            lethe.main().block(key);
            Deletion deletion = Deletion.of(
                    owner.post("api/deletions", "{\"albumId\": \"" + album + "\", \"restoreWindow\": \"PT0S\"}")
                            .expect(202)
                            .json());
            owner.awaitOver(deletion.id());
            awaitUntold(channel, "not a plain file", 1);
            lethe.main().unblock(key);
            admin.failuresOf(deletion.id()).forEach(failure -> admin.retry(failure.id()));
            assertThat(owner.awaitOver(deletion.id())).isCompletedFor(1);
            lethe.broker().send(Broker.MAIN, "poison");
            awaitUntold(channel, "unreadable message", 1);
            awaitUntold(channel, "not a plain file", 0);
            assertThat(hook.calls()).isEmpty();

            enable(channel, hook, true);

            JsonObject told = channels.awaitSent(channel, "FAILURES_OPENED", "DELIVERED");
            assertThat(told.getString("cause")).isEqualTo("unreadable message");
            assertThat(told.getInt("count")).isEqualTo(1);
            assertThat(hook.calls()).hasSize(1);
        }
    }

    @Test
    void whatIsOnItsWayShouldEndWithItsChannelAndBeToldWhenItIsEnabledAgain() throws Exception {
        try (Hook hook = new Hook()) {
            String channel = channels.make(webhook(hook));
            lethe.broker().pause(Broker.NOTIFICATION);
            lethe.broker().send(Broker.MAIN, "poison");
            channels.awaitSent(channel, "FAILURES_OPENED", "SENDING");
            enable(channel, hook, false);
            lethe.broker().resume(Broker.NOTIFICATION);
            channels.awaitSent(channel, "FAILURES_OPENED", "CANCELLED");
            assertThat(hook.calls()).isEmpty();

            enable(channel, hook, true);

            Awaitility.await("what goes on").atMost(LetheClient.DEADLINE).until(() -> !hook.calls()
                    .isEmpty());
            assertThat(hook.calls().get(0).event().getJsonObject("data").getInt("count"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whoIsNotReachedShouldNeedAPersonUntilSomethingArrives() throws Exception {
        try (Hook hook = new Hook(410)) {
            String channel = channels.make(webhook(hook));
            lethe.broker().send(Broker.MAIN, "poison");
            channels.awaitSent(channel, "FAILURES_OPENED", "FAILED");
            Awaitility.await("it needs a person").atMost(LetheClient.DEADLINE).until(() -> !needed(channel)
                    .isEmpty());
            JsonObject item = needed(channel).get(0);

            assertThat(channels.test(channel).getBoolean("delivered")).isTrue();

            Awaitility.await("nobody is needed").atMost(LetheClient.DEADLINE).until(() -> needed(channel)
                    .isEmpty());
            assertThat(item.getString("kind")).isEqualTo("CHANNEL");
            assertThat(item.getString("severity")).isEqualTo("WARN");
            assertThat(item.getString("subject")).isEqualTo("On call");
            assertThat(item.getInt("count")).isEqualTo(1);
            assertThat(item.getString("text")).isEqualTo("On call is not reached: 1 notifications were given up.");
        }
    }

    private void enable(String channel, Hook hook, boolean enabled) {
        channels.put(channel, "*", webhook(hook).add("enabled", enabled).build())
                .expect(200);
    }

    private static void awaitUntold(String channel, String cause, int count) {
        Awaitility.await(count + " untold of " + cause)
                .atMost(LetheClient.DEADLINE)
                .until(() -> lethe.database()
                                .number(
                                        "select coalesce(sum(untold), 0) from notification_group"
                                                + " where channel_id = ? and cause = ?",
                                        UUID.fromString(channel),
                                        cause)
                        == count);
    }

    private List<JsonObject> needed(String channel) {
        return admin.get("api/admin/attention").expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .filter(item -> item.getString("link").equals("/console/notifications/channels/" + channel))
                .toList();
    }
}
