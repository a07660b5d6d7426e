package org.lethe.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The REST API as one account uses it. Safe for use by many threads. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI url;
    private final String authorization;

    Api(URI url, String login, String password) {
        this.url = url;
        byte[] credentials = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    JsonObject get(String path) throws IOException, InterruptedException {
        return json(send("GET", path, "", BodyPublishers.noBody()));
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return send("GET", path, "", BodyPublishers.noBody()).body();
    }

    JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
        return json(send("POST", path, "application/json", BodyPublishers.ofString(body.toString())));
    }

    JsonObject post(String path) throws IOException, InterruptedException {
        return json(send("POST", path, "", BodyPublishers.noBody()));
    }

    JsonObject upload(String path, Picture picture) throws IOException, InterruptedException {
        return json(send("POST", path, picture.contentType(), BodyPublishers.ofFile(picture.file())));
    }

    JsonObject delete(String path) throws IOException, InterruptedException {
        return json(send("DELETE", path, "", BodyPublishers.noBody()));
    }

    private HttpResponse<byte[]> send(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve("/api/" + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .method(method, body);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new IOException(method + " " + path + " was answered " + response.statusCode() + ": "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response;
        } catch (ConnectException e) {
            throw new NothingRuns("Nothing answers at " + url
                    + ". Start Lethe in another terminal with ./lethe run, or say where it answers: --url URL");
        }
    }

    /** An answer without a body is an empty object. */
    private static JsonObject json(HttpResponse<byte[]> response) {
        if (response.body().length == 0) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
            return reader.readObject();
        }
    }
}
