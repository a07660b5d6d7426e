package org.lethe.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the server answered to one request. */
public final class Answer {
    private final HttpResponse<byte[]> response;

    Answer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The names of all headers, in lower case, but for what is said of the connection only (RFC 9110, 7.6.1): the last answer on it says that it is. */
    public Set<String> headerNames() {
        return response.headers().map().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("connection"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as a JSON object. */
    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
            return reader.readObject();
        }
    }

    /** The items of a list. */
    public JsonArray items() {
        return json().getJsonArray("items");
    }

    /** Itself, when the status is this one; a test that goes on after another answer would only fail later. */
    public Answer expect(int status) {
        if (status() != status) {
            throw new AssertionError("Expected " + status + " to " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return response.request().method() + ' ' + response.uri() + ": " + status() + ' ' + text();
    }
}
