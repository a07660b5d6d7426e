package org.lethe.requester;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.lethe.broker.Queues;
import org.lethe.deletion.NewDeletion;
import org.lethe.deletion.UnreadableMessage;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.problem.StrictJson;
import org.lethe.reply.RequestKey;

/** The JSON of requests, version 1, read as strictly as a body of HTTP. Unknown members are ignored. */
final class RequestText {

    private static final int VERSION = 1;
    private static final int LONGEST = 1 << 20;
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    private RequestText() {}

    /** @throws ProblemException 400 or 413 when it is not a request */
    static NewDeletion read(String text) {
        if (text.length() > LONGEST) {
            throw Problem.tooLarge(LONGEST).exception();
        }
        JsonObject json = StrictJson.object(text, NewDeletion.class);
        if (!(json.get("version") instanceof JsonNumber version)
                || !version.isIntegral()
                || version.longValue() != VERSION) {
            throw malformed("version", "must be " + VERSION);
        }
        return new NewDeletion(
                texts(json, "photoIds"),
                text(json, "albumId"),
                text(json, "snapshotId"),
                text(json, "restoreWindow"),
                isAbsent(json, "dryRun") ? null : json.get("dryRun"),
                callback(json));
    }

    /** By what it is recognised: the key that its owner gave it, or its message. */
    static RequestKey key(UUID owner, ReceivedRequest request) {
        if (request.key().filter(key -> !KEY.matcher(key).matches()).isPresent()) {
            throw malformed("lethe_idempotency_key", "must have 1 to 255 visible ASCII characters");
        }
        return new RequestKey(
                owner, request.key().map("key "::concat).orElseGet(() -> "message " + request.messageId()));
    }

    static String fingerprint(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException never) { // every Java platform has it
            throw new IllegalStateException(never);
        }
    }

    /** What a person is shown of a request that nobody can be answered: nothing of its text, and not its token. */
    static UnreadableMessage unanswerable(ReceivedRequest request, Problem why) {
        return new UnreadableMessage(
                Queues.REQUEST, "a request for a deletion, " + request.messageId(), why.slug() + ": " + why.detail());
    }

    private static boolean isAbsent(JsonObject json, String name) {
        return json.getOrDefault(name, JsonValue.NULL) == JsonValue.NULL;
    }

    private static String text(JsonObject json, String name) {
        return isAbsent(json, name) ? null : json.getString(name);
    }

    private static List<String> texts(JsonObject json, String name) {
        if (isAbsent(json, name)) {
            return null;
        }
        if (json.get(name).getValueType() != JsonValue.ValueType.ARRAY) {
            throw malformed(name, "must be a list");
        }
        List<String> texts = new ArrayList<>();
        json.getJsonArray(name)
                .forEach(value -> texts.add(value instanceof JsonString string ? string.getString() : null));
        return texts;
    }

    /** As {@link NewDeletion} takes it. */
    private static Object callback(JsonObject json) {
        if (isAbsent(json, "callback")) {
            return null;
        }
        return json.get("callback") instanceof JsonObject object && object.get("url") instanceof JsonString url
                ? Map.of("url", url.getString())
                : json.get("callback");
    }

    private static ProblemException malformed(String field, String rule) {
        return Problem.malformed(
                        "Nothing was deleted: " + field + " " + rule + ".", List.of(new FieldError(field, rule)))
                .exception();
    }
}
