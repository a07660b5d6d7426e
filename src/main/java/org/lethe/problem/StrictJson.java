package org.lethe.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a body of JSON must be, whatever it is read as: one object (RFC 8259) in UTF-8, with each member once and nothing
 * behind it, and text where text is expected. The reader behind it forgives more, so that a client's mistake could do
 * something else than it meant.
 */
public final class StrictJson {

    private StrictJson() {}

    /**
     * Checks a body that is not empty.
     *
     * @param type what it is read as afterwards
     * @throws ProblemException 400 that says what is wrong
     */
    static void check(byte[] body, Class<?> type) {
        JsonValue value = parsed(text(body));
        if (value.getValueType() != ValueType.NULL) { // as no body: the operation says what it needs
            requireObject(value, type);
        }
    }

    /**
     * Reads an object, as strictly.
     *
     * @param type the record whose members it has
     * @throws ProblemException 400 that says what is wrong
     */
    public static JsonObject object(String text, Class<?> type) {
        JsonValue value = parsed(text);
        requireObject(value, type);
        return value.asJsonObject();
    }

    private static void requireObject(JsonValue value, Class<?> type) {
        if (value.getValueType() != ValueType.OBJECT) {
            throw Problem.malformed("The body must be a JSON object.").exception();
        }
        List<FieldError> errors = wrongTexts(value.asJsonObject(), type);
        if (!errors.isEmpty()) {
            throw Problem.malformed("The body is not the JSON that this operation takes.", errors)
                    .exception();
        }
    }

    private static String text(byte[] body) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw Problem.malformed("The body is not text in UTF-8.").exception(e);
        }
    }

    /** The parser reports with several exceptions, and with plain ones what is nested too deeply. */
    private static JsonValue parsed(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (parser.hasNext()) {
                throw new JsonException("There is something behind the body's end");
            }
            requireOnce(value, text);
            return value;
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Problem.malformed("The body is not JSON that can be read.").exception(e);
        }
    }

    /** The last of several members of a name is what is read; the keys are as many as the members only if each is there once. */
    private static void requireOnce(JsonValue value, String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            long keys = 0;
            while (parser.hasNext()) {
                keys += parser.next() == JsonParser.Event.KEY_NAME ? 1 : 0;
            }
            if (keys != members(value)) {
                throw Problem.malformed("The body has a member twice.").exception();
            }
        }
    }

    private static long members(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT ->
                value.asJsonObject().values().stream()
                        .mapToLong(member -> 1 + members(member))
                        .sum();
            case ARRAY ->
                value.asJsonArray().stream().mapToLong(StrictJson::members).sum();
            default -> 0;
        };
    }

    private static List<FieldError> wrongTexts(JsonObject body, Class<?> type) {
        if (!type.isRecord()) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>();
        Arrays.stream(type.getRecordComponents())
                .filter(component -> body.containsKey(component.getName()))
                .forEach(component -> errors.addAll(wrongTexts(component, body.get(component.getName()))));
        return errors;
    }

    private static List<FieldError> wrongTexts(RecordComponent component, JsonValue value) {
        if (component.getType() == String.class && !isText(value)) {
            return List.of(new FieldError(component.getName(), "must be text"));
        }
        boolean isListOfTexts = component.getGenericType() instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == String.class;
        return isListOfTexts && value.getValueType() == ValueType.ARRAY
                ? IntStream.range(0, value.asJsonArray().size())
                        .filter(i -> !isText(value.asJsonArray().get(i)))
                        .mapToObj(i -> new FieldError(component.getName() + '[' + i + ']', "must be text"))
                        .toList()
                : List.of();
    }

    private static boolean isText(JsonValue value) {
        return value.getValueType() == ValueType.STRING || value.getValueType() == ValueType.NULL;
    }
}
