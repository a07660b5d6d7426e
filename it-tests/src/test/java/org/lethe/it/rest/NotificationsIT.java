package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;
import static org.lethe.it.rest.NotificationChannels.channel;
import static org.lethe.it.rest.NotificationChannels.webhook;

import jakarta.jms.JMSContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.ErrorPolicies;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("Telling people what they must see to")
class NotificationsIT {
    @RegisterExtension
    static final Lethe lethe = Careful.lethe();

    @RegisterExtension
    final NotificationChannels channels = new NotificationChannels(lethe);

    private final LetheClient admin = lethe.admin();

    @Test
    void twoHundredOfAGroupShouldBeToldOnceWithTheirCount() throws Exception {
        try (Hook hook = new Hook()) {
            String channel = channels.make(
                    webhook(hook).add("failureKinds", Json.createArrayBuilder().add("MESSAGE")));
            try (ActiveMQConnectionFactory connections = lethe.broker().connections();
                    JMSContext session = connections.createContext()) {
                for (int i = 0; i < 200; i++) {
                    session.createProducer().send(session.createQueue(Broker.MAIN), "not ours " + i);
                }
            }

            JsonObject told = channels.awaitSent(channel, "FAILURES_OPENED", "DELIVERED");

            assertThat(told.getInt("count")).isEqualTo(200);
            assertThat(told.getInt("attempts")).isEqualTo(1);
            assertThat(hook.calls()).hasSize(1);
            Hook.Call call = hook.calls().get(0);
            assertThat(call.isSignedWith(NotificationChannels.SECRET)).isTrue();
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
            String channel = channels.make(webhook(hook)
                    .add("windowSeconds", 0)
                    .add("storages", Json.createArrayBuilder().add("main")));
            blocked.forEach(lethe.main()::block);
            Deletion deletion = Deletion.of(
                    owner.post("api/deletions", "{\"albumId\": \"" + album + "\", \"restoreWindow\": \"PT0S\"}")
                            .expect(202)
                            .json());
            owner.awaitOver(deletion.id());
            JsonObject begun = channels.awaitSent(channel, "FAILURES_OPENED", "DELIVERED");
            blocked.forEach(lethe.main()::unblock);
            admin.failuresOf(deletion.id()).forEach(failure -> admin.retry(failure.id()));
            assertThat(owner.awaitOver(deletion.id())).isCompletedFor(2);

            JsonObject over = channels.awaitSent(channel, "FAILURES_SETTLED", "DELIVERED");

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
            String channel = channels.make(
                    webhook(hook).add("tells", Json.createArrayBuilder().add("ERRORS")));
            blocked.forEach(lethe.main()::block);
            deletion = Deletion.of(
                    owner.post("api/deletions", "{\"albumId\": \"" + album + "\", \"restoreWindow\": \"PT0S\"}")
                            .expect(202)
                            .json());
            owner.awaitOver(deletion.id());

            JsonObject told = channels.awaitSent(channel, "ERRORS_NOTICED", "DELIVERED");

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
            String channel = channels.make(webhook(hook));
            channels.make(channel("SLACK", Json.createObjectBuilder().add("secret", slack.url())));
            channels.make(channel("EMAIL", Json.createObjectBuilder(mails.target("NONE", MailServer.PASSWORD)))
                    .add("language", "ko"));
            lethe.broker().send(Broker.MAIN, "a <poison> & more");

            JsonObject told = channels.awaitSent(channel, "FAILURES_OPENED", "DELIVERED");
            assertThat(told.getInt("attempts")).isEqualTo(2);
            assertThat(told.getString("error")).isEqualTo("answered 500");
            assertThat(hook.calls()).hasSize(2).extracting(Hook.Call::id).containsOnly(told.getString("id"));
            assertThat(channels.state(channel).getString("lastError")).isEqualTo("answered 500");

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
    void whoTakesItAndHoldsTheAnswerOpenShouldNotBeToldAgain() throws Exception {
        try (Hook hook = new Hook(Hook.HELD_OPEN)) {
            String channel = channels.make(webhook(hook));
            lethe.broker().send(Broker.MAIN, "poison");

            JsonObject told = channels.awaitSent(channel, "FAILURES_OPENED", "DELIVERED");

            assertThat(told.getInt("attempts")).isEqualTo(1);
            assertThat(hook.calls()).hasSize(1);
        }
    }

    @Test
    void whoNeverTakesItShouldBeSeenAtItsChannelAndTellNobodyElse() throws Exception {
        try (Hook hook = Hook.always(500);
                Hook other = new Hook()) {
            String channel = channels.make(webhook(hook));
            String witness = channels.make(webhook(other));
            lethe.broker().send(Broker.BACKUP, "poison");

            JsonObject told = channels.awaitSent(channel, "FAILURES_OPENED", "FAILED");
            channels.awaitSent(witness, "FAILURES_OPENED", "DELIVERED");
            lethe.invariants().awaitQuiet();

            assertThat(hook.calls()).hasSize(Lethe.MAX_ATTEMPTS);
            assertThat(told.getInt("attempts")).isEqualTo(Lethe.MAX_ATTEMPTS);
            assertThat(channels.state(channel).getString("lastError")).isEqualTo("answered 500");
            assertThat(channels.state(channel).getInt("waiting")).isZero();
            assertThat(other.calls()).hasSize(1);
            assertThat(lethe.database().number("select count(*) from failure where queue like 'lethe.notification%'"))
                    .isZero();
        }
    }

    @Test
    void aLostMessageShouldBeSentAgain() throws Exception {
        try (Hook hook = new Hook()) {
            String channel = channels.make(webhook(hook));
            lethe.broker().pause(Broker.NOTIFICATION);
            lethe.broker().send(Broker.MAIN, "poison");
            channels.awaitSent(channel, "FAILURES_OPENED", "SENDING");
            assertThat(lethe.broker().lose(Broker.NOTIFICATION)).isPositive();
            lethe.broker().resume(Broker.NOTIFICATION);

            channels.awaitSent(channel, "FAILURES_OPENED", "DELIVERED");

            assertThat(hook.calls()).hasSize(1);
        }
    }
}
