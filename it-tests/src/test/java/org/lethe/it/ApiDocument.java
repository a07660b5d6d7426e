package org.lethe.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The description of the API, as the product publishes it. Every answer that a test gets is held against it: an operation
 * that it tells of never answers a status, a type or a header that it does not tell of.
 */
final class ApiDocument {
    /** What clients act on. The server adds others of its own to everything. */
    private static final Set<String> HEADERS = Set.of(
            "location",
            "retry-after",
            "etag",
            "content-range",
            "accept-ranges",
            "content-disposition",
            "last-modified",
            "www-authenticate",
            "content-digest");

    private static ApiDocument known;

    private final JsonObject document;

    private ApiDocument(JsonObject document) {
        this.document = document;
    }

    /** Empty while no server could be asked for it; the same for all servers of a test run. */
    static synchronized Optional<ApiDocument> publishedBy(URI server, HttpClient http) throws InterruptedException {
        if (known == null) {
            HttpRequest request = HttpRequest.newBuilder(server.resolve("openapi?format=JSON"))
                    .timeout(LetheClient.DEADLINE)
                    .build();
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
                    known = new ApiDocument(reader.readObject());
                }
            } catch (IOException away) {
                return Optional.empty();
            }
        }
        return Optional.of(known);
    }

    /** @throws AssertionError when the answer is one that clients cannot expect */
    void requireTold(HttpResponse<byte[]> answer) {
        operation(answer.request()).ifPresent(operation -> {
            JsonObject told = resolved(operation.getJsonObject("responses").get(Integer.toString(answer.statusCode())));
            if (told.isEmpty()) {
                throw new AssertionError("The description of the API does not tell of the status of " + what(answer));
            }
            if (answer.body().length > 0) {
                requireType(answer, told);
            }
            HEADERS.stream()
                    .filter(header -> answer.headers().firstValue(header).isPresent())
                    .filter(header -> names(told, "headers").stream().noneMatch(header::equalsIgnoreCase))
                    .forEach(header -> {
                        throw new AssertionError("The description of the API does not tell of the header " + header
                                + " of " + what(answer));
                    });
        });
    }

    private static void requireType(HttpResponse<byte[]> answer, JsonObject told) {
        String type = answer.headers()
                .firstValue("Content-Type")
                .orElse("none")
                .replaceAll(";.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean isTold = names(told, "content").stream()
                .anyMatch(pattern -> Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), type));
        if (!isTold) {
            throw new AssertionError(
                    "The description of the API does not tell of the type " + type + " of " + what(answer));
        }
    }

    /** The operation that a request is for, if it is one of the API's. */
    private Optional<JsonObject> operation(HttpRequest request) {
        List<String> asked = segments(request.uri().getRawPath());
        return document.getJsonObject("paths").entrySet().stream()
                .filter(path -> isAskedFor(segments(path.getKey()), asked))
                .map(path -> path.getValue().asJsonObject())
                .filter(path -> path.containsKey(request.method().toLowerCase(Locale.ROOT)))
                .map(path -> path.getJsonObject(request.method().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static boolean isAskedFor(List<String> path, List<String> asked) {
        if (path.size() != asked.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            boolean isVariable = path.get(i).startsWith("{");
            if (isVariable ? asked.get(i).isEmpty() : !path.get(i).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private JsonObject resolved(JsonValue value) {
        if (value == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        String reference = value.asJsonObject().getString("$ref", "");
        return reference.isEmpty()
                ? value.asJsonObject()
                : document.getValue(reference.substring(1)).asJsonObject();
    }

    private static Set<String> names(JsonObject told, String member) {
        return told.containsKey(member) ? told.getJsonObject(member).keySet() : Set.of();
    }

    private static String what(HttpResponse<byte[]> answer) {
        return answer.request().method() + ' ' + answer.uri().getPath() + ": " + answer.statusCode();
    }
}
