package org.lethe.notification;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** A channel's document as a JSON object, with each member under its name. */
final class ChannelJson {

    /** Looked up once: {@code Json} would search every archive for it each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private ChannelJson() {}

    static JsonObject of(ChannelDocument document) {
        return JSON.createObjectBuilder()
                .add("name", document.name())
                .add("kind", document.kind().name())
                .add("enabled", document.enabled())
                .add("language", document.language().tag())
                .add("windowSeconds", document.window().toSeconds())
                .add("tells", texts(document.tells()))
                .add("failureKinds", texts(document.failureKinds()))
                .add("storages", texts(document.storages()))
                .add("target", target(document.target()))
                .build();
    }

    /** Reads what {@link #of} wrote. */
    static ChannelDocument read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new ChannelDocument(
                    json.getString("name"),
                    ChannelKind.valueOf(json.getString("kind")),
                    json.getBoolean("enabled"),
                    Language.find(json.getString("language")).orElseThrow(),
                    Duration.ofSeconds(json.getInt("windowSeconds")),
                    texts(json, "tells").stream().map(Topic::valueOf).toList(),
                    texts(json, "failureKinds"),
                    texts(json, "storages"),
                    target(json.getJsonObject("target")));
        }
    }

    private static JsonObject target(Target target) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        addIfThere(json, "url", target.url());
        addIfThere(json, "host", target.host());
        if (target.port() != null) {
            json.add("port", target.port());
        }
        addIfThere(json, "tls", target.tls() == null ? null : target.tls().name());
        addIfThere(json, "user", target.user());
        addIfThere(json, "from", target.from());
        if (target.to() != null) {
            json.add("to", texts(target.to()));
        }
        return json.build();
    }

    private static Target target(JsonObject json) {
        String tls = json.getString("tls", null);
        return new Target(
                json.getString("url", null),
                json.getString("host", null),
                json.containsKey("port") ? json.getInt("port") : null,
                tls == null ? null : Tls.valueOf(tls),
                json.getString("user", null),
                json.getString("from", null),
                json.containsKey("to") ? texts(json, "to") : null);
    }

    private static void addIfThere(JsonObjectBuilder json, String member, String value) {
        if (value != null) {
            json.add(member, value);
        }
    }

    private static JsonArrayBuilder texts(Collection<?> values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    private static List<String> texts(JsonObject json, String member) {
        return json.getJsonArray(member).getValuesAs(JsonString::getString);
    }
}
