package org.lethe.it.generated;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Bodies that cannot be accepted where JSON is expected, made from an example that could. */
final class BadJson {
    private static final int DEEP = 20_000;
    private static final int LONG = 100_000;
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "-1e-400",
            "99999999999999999999999999999999",
            "NaN",
            "{}",
            "[]",
            "[null]",
            "[[[]]]",
            "{\"a\": {\"b\": null}}",
            "[1, \"x\", {}]",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\\u0000\"",
            "\"\\q\"",
            "\"unfinished",
            "'single'",
            "undefined",
            "0x10",
            "01",
            "\"" + "x".repeat(LONG) + "\\u0000\"");
    private static final List<String> NOTHING = List.of("", " ", "null");
    private static final List<String> NO_OBJECT =
            List.of("[]", "[{}]", "7", "\"text\"", "true", "{", "}", "{}}", "{\"\": }", "{,}", "<xml/>", "\u0000");

    private final Random random;
    private final boolean mayBeAbsent;

    /** @param mayBeAbsent whether a request without a body is right */
    BadJson(Random random, boolean mayBeAbsent) {
        this.random = random;
        this.mayBeAbsent = mayBeAbsent;
    }

    RawRequest of(RawRequest request, JsonNode example) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> request.as("a member of another type").withBody(utf8(broken((ObjectNode) example)));
            case 3 -> request.as("another thing in place of an object").withBody(utf8(noObject()));
            case 4 -> request.as("JSON that ends too early").withBody(truncated(example));
            case 5 -> request.as("JSON that is nested deeply").withBody(utf8(deep((ObjectNode) example)));
            case 6 -> request.as("a member twice").withBody(utf8(twice((ObjectNode) example)));
            case 7 -> otherBytes(request, (ObjectNode) example);
            default -> otherType(request, example);
        };
    }

    private String noObject() {
        return mayBeAbsent || random.nextInt(5) > 0 ? pick(NO_OBJECT) : pick(NOTHING);
    }

    /** With every member replaced by the same nonsense, so that one that is not looked at cannot make it good. */
    private String broken(ObjectNode example) {
        String value = pick(VALUES);
        List<String> members = new ArrayList<>();
        example.fieldNames().forEachRemaining(name -> members.add('"' + name + "\": " + value));
        members.add("\"unheardOf\": " + value);
        // null stands for absence: what is left must not be a request that does nothing, and so is none
        return '{' + String.join(", ", members) + (value.equals("null") ? ", \"\\u0000" : "") + '}';
    }

    private byte[] truncated(JsonNode example) {
        byte[] whole = utf8(example.toString());
        return Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
    }

    private String deep(ObjectNode example) {
        String name = example.fieldNames().next();
        return random.nextBoolean()
                ? "{\"" + name + "\": " + "[".repeat(DEEP) + "]".repeat(DEEP) + '}'
                : ("{\"" + name + "\": ").repeat(DEEP) + "1" + "}".repeat(DEEP);
    }

    private static String twice(ObjectNode example) {
        String name = example.fieldNames().next();
        return "{\"" + name + "\": {\"a\": 1}, \"" + name + "\": [{\"a\": \"\\u0000\"}]}";
    }

    private RawRequest otherBytes(RawRequest request, ObjectNode example) {
        String broken = "{\"" + example.fieldNames().next() + "\": {\"é\": \"\\u0000";
        return switch (random.nextInt(6)) {
            case 0 -> request.as("UTF-16").withBody(broken.getBytes(UTF_16));
            case 1 -> request.as("a byte order mark").withBody(utf8('\uFEFF' + broken));
            case 2 -> request.as("bytes that are no UTF-8").withBody(notUtf8(example));
            case 3 -> request.as("random bytes").withBody(randomBytes());
            case 4 -> request.as("gzip").with("Content-Encoding: gzip").withBody(gzip(utf8(broken)));
            default ->
                request.as("gzip of a hundred million spaces")
                        .with("Content-Encoding: gzip")
                        .withBody(bomb());
        };
    }

    private static byte[] notUtf8(ObjectNode example) {
        byte[] text = utf8("{\"" + example.fieldNames().next() + "\": [{\"x\": \"????\"}]}");
        int at = new String(text, UTF_8).indexOf("????");
        byte[] overlong = {(byte) 0xC0, (byte) 0x80, (byte) 0xFF, (byte) 0xFE};
        System.arraycopy(overlong, 0, text, at, overlong.length);
        return text;
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[1 + random.nextInt(2000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private RawRequest otherType(RawRequest request, JsonNode example) {
        List<String> types = List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "image/jpeg",
                "a/b/c",
                ";;;",
                "json",
                "application/jso n",
                "application/json; charset=nothing",
                "Application/JSON; charset=nothing",
                "application/json; charset=utf-16",
                "multipart/form-data",
                "multipart/form-data; boundary=" + "x".repeat(500),
                "\u00ff/\u00fe");
        return request.as("another Content-Type")
                .replacing("Content-Type", "Content-Type: " + pick(types))
                .withBody(utf8(broken((ObjectNode) example)));
    }

    private static byte[] bomb() {
        return BombHolder.BOMB.clone();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static final class BombHolder {
        static final byte[] BOMB = gzip(" ".repeat(100_000_000).getBytes(UTF_8));
    }
}
