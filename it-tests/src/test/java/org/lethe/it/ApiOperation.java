package org.lethe.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * An operation as it is described, with all references followed.
 *
 * @param method in upper case
 * @param path with its variables in braces
 * @param told what is said of it
 */
public record ApiOperation(String method, String path, JsonNode told) {

    /** Any of these roles may; nobody needs one when it {@linkplain #isForEverybody() is for everybody}. */
    public Set<String> roles() {
        return texts("x-roles");
    }

    /** A token with any of these may; no token may when there are none. */
    public Set<String> scopes() {
        return texts("x-scopes");
    }

    /** Whether it takes no credentials. */
    public boolean isForEverybody() {
        return told.path("security").isArray() && told.path("security").isEmpty();
    }

    /** The ways of logging in that it takes; without a word of its own, a password, a token, or a session. */
    public Set<String> schemes() {
        if (!told.has("security")) {
            return Set.of("basic", "bearer", "session");
        }
        Set<String> schemes = new LinkedHashSet<>();
        told.get("security").forEach(alternative -> alternative.fieldNames().forEachRemaining(schemes::add));
        return schemes;
    }

    /** Whether it only reads. */
    public boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    public List<String> segments() {
        return List.of(path.split("/", -1));
    }

    /** The path up to and with each of its variables, as in {@code /api/albums/{id}}. */
    public List<String> variables() {
        List<String> variables = new ArrayList<>();
        for (int end = path.indexOf('}'); end >= 0; end = path.indexOf('}', end + 1)) {
            variables.add(path.substring(0, end + 1));
        }
        return variables;
    }

    /** Those of one kind: header, query, path. */
    public List<JsonNode> parameters(String in) {
        return StreamSupport.stream(told.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .toList();
    }

    /** What is said of each media type that its body may have. */
    public Map<String, JsonNode> bodies() {
        return content(told.path("requestBody"));
    }

    /** Whether a request without a body is wrong. */
    public boolean isBodyRequired() {
        return told.path("requestBody").path("required").asBoolean();
    }

    /** What is said of each status. */
    public Map<String, JsonNode> answers() {
        return members(told.path("responses"));
    }

    /** What is said of each media type in which a status may be answered. */
    public Map<String, JsonNode> bodies(String status) {
        return content(told.path("responses").path(status));
    }

    /** The examples of a media type: its own, else that of its schema. */
    public static List<JsonNode> examples(JsonNode mediaType) {
        if (mediaType.has("example")) {
            return List.of(mediaType.get("example"));
        }
        if (mediaType.has("examples")) {
            return members(mediaType.get("examples")).values().stream()
                    .map(example -> example.path("value"))
                    .toList();
        }
        JsonNode example = mediaType.path("schema").path("example");
        return example.isMissingNode() ? List.of() : List.of(example);
    }

    static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static Map<String, JsonNode> content(JsonNode owner) {
        return members(owner.path("content"));
    }

    private Set<String> texts(String member) {
        if (!told.has(member)) {
            throw new AssertionError("The description of the API does not say '" + member + "' of " + this);
        }
        Set<String> texts = new LinkedHashSet<>();
        told.get(member).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
