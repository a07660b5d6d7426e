package org.lethe.broker;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the broker counts of a queue, at one moment, in messages.
 *
 * @param depth what is on it, and who listens
 * @param added since the broker was started, as are the next three
 * @param dead given up after the last attempt
 * @param expired given up for their age
 * @param oldestSeconds since the message at the head of the queue was sent; null when none is ready
 */
public record QueueFigures(
        QueueDepth depth,
        boolean paused,
        long added,
        long acknowledged,
        long dead,
        long expired,
        Double oldestSeconds) {

    private static final double MILLIS = 1000.0;

    public String queue() {
        return depth.queue();
    }

    /** Would be delivered at once. The broker counts one after the other, so that the sum may be off for a moment. */
    public long ready() {
        return Math.max(0, depth.messages() - depth.inFlight() - depth.scheduled());
    }

    QueueFigures withOldest(Number ageMillis) {
        Double age = ageMillis == null || ageMillis.longValue() < 0 ? null : ageMillis.longValue() / MILLIS;
        return new QueueFigures(depth, paused, added, acknowledged, dead, expired, age);
    }

    /** Reads the answer of {@code listQueues}: of Lethe's queues, in their order. */
    static Map<String, QueueFigures> read(String json) {
        Map<String, JsonObject> found = new HashMap<>();
        for (JsonValue queue : object(json).getJsonArray("data")) {
            found.put(queue.asJsonObject().getString("name"), queue.asJsonObject());
        }
        Map<String, QueueFigures> ours = new LinkedHashMap<>();
        Queues.ALL.stream().filter(found::containsKey).forEach(name -> ours.put(name, of(found.get(name))));
        return ours;
    }

    /** Reads the answer of {@code listScheduledMessagesAsJSON}: the earliest first. */
    static List<Instant> dueTimes(String json) {
        List<Instant> times = new ArrayList<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            for (JsonValue message : reader.readArray()) {
                times.add(Instant.ofEpochMilli(number(message.asJsonObject(), "_AMQ_SCHED_DELIVERY")));
            }
        }
        times.sort(null);
        return times;
    }

    private static QueueFigures of(JsonObject queue) {
        QueueDepth depth = new QueueDepth(
                queue.getString("name"),
                number(queue, "messageCount"),
                number(queue, "deliveringCount"),
                number(queue, "scheduledCount"),
                (int) number(queue, "consumerCount"));
        return new QueueFigures(
                depth,
                text(queue, "paused").equals("true"),
                number(queue, "messagesAdded"),
                number(queue, "messagesAcked"),
                number(queue, "messagesKilled"),
                number(queue, "messagesExpired"),
                null);
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** The broker writes numbers as numbers or as texts. */
    private static long number(JsonObject object, String member) {
        return object.get(member) instanceof JsonNumber number
                ? number.longValue()
                : Long.parseLong(text(object, member));
    }

    private static String text(JsonObject object, String member) {
        JsonValue value = object.get(member);
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
