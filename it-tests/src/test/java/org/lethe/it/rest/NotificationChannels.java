package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lethe.it.Answer;
import org.lethe.it.Broker;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

/**
 * The channels that a test makes, for an administrator. After it they are deleted; everything must hold then, and no message
 * to them may be dead.
 */
final class NotificationChannels implements AfterEachCallback {
    static final String PATH = "api/admin/notifications/channels";
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Lethe lethe;
    private final List<String> made = new ArrayList<>();

    NotificationChannels(Lethe lethe) {
        this.lethe = lethe;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        made.forEach(id -> admin().send(admin().request(PATH + '/' + id + "?reason=the+end")
                        .header("If-Match", "*")
                        .DELETE())
                .expect(204));
        made.clear();
        lethe.invariants().awaitQuiet().assertHolds();
        assertThat(lethe.broker().depth(Broker.NOTIFICATION_DEAD).messages()).isZero();
    }

    private LetheClient admin() {
        return lethe.admin();
    }

    /** Its id. */
    String make(JsonObjectBuilder channel) {
        String id = admin().post(PATH, channel.build()).expect(201).json().getString("id");
        made.add(id);
        return id;
    }

    static JsonObjectBuilder webhook(Hook hook) {
        return channel(
                "WEBHOOK", Json.createObjectBuilder().add("url", hook.url()).add("secret", SECRET));
    }

    static JsonObjectBuilder channel(String kind, JsonObjectBuilder target) {
        return Json.createObjectBuilder(
                        Map.of("name", "On call", "kind", kind, "enabled", true, "reason", "for a test"))
                .add("target", target);
    }

    /** @param etag none when null */
    Answer put(String channel, String etag, JsonObject body) {
        var request = admin().request(PATH + '/' + channel)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()));
        return admin().send(etag == null ? request : request.header("If-Match", etag));
    }

    JsonObject test(String channel) {
        return admin().post(PATH + '/' + channel + "/test").expect(200).json();
    }

    JsonObject state(String channel) {
        return admin().get(PATH + '/' + channel).expect(200).json().getJsonObject("state");
    }

    /** The only one of its kind that a channel has sent, as soon as it is in this state. */
    JsonObject awaitSent(String channel, String what, String state) {
        List<JsonObject> sent = Awaitility.await(what + ' ' + state)
                .atMost(Duration.ofMinutes(1))
                .until(() -> sent(channel, what), all -> all.stream()
                        .anyMatch(one -> one.getString("state").equals(state)));
        assertThat(sent).hasSize(1);
        return sent.get(0);
    }

    private List<JsonObject> sent(String channel, String what) {
        JsonArray items = admin().get("api/admin/notifications?channel=" + channel)
                .expect(200)
                .json()
                .getJsonArray("items");
        return items.stream()
                .map(JsonValue::asJsonObject)
                .filter(item -> item.getString("what").equals(what))
                .toList();
    }
}
