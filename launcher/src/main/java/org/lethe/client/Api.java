package org.lethe.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * The REST API as one account uses it. A server that says when it is worth to come again (429, 503) is asked again then,
 * a few times. Safe for use by many threads.
 */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SLOWEST_BYTES_PER_SECOND = 50_000;
    private static final int TRIES = 6;
    private static final long LONGEST_WAIT = 30;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI url;
    private final String authorization;

    /** @param authorization the value of the header, as {@link #basic} makes it */
    public Api(URI url, String authorization) {
        this.url = url;
        this.authorization = authorization;
    }

    /** Logs in with a password. */
    public static String basic(String login, String password) {
        byte[] credentials = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** What is there; below {@code /api/}. */
    public JsonObject get(String path) throws IOException, InterruptedException {
        return json(send(request("GET", path, BodyPublishers.noBody()), BodyHandlers.ofByteArray()));
    }

    public byte[] bytes(String path) throws IOException, InterruptedException {
        return send(request("GET", path, BodyPublishers.noBody()), BodyHandlers.ofByteArray())
                .body();
    }

    public JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("POST", path, BodyPublishers.ofString(body.toString()));
        return json(send(request.header("Content-Type", "application/json"), BodyHandlers.ofByteArray()));
    }

    public JsonObject post(String path) throws IOException, InterruptedException {
        return json(send(request("POST", path, BodyPublishers.noBody()), BodyHandlers.ofByteArray()));
    }

    public JsonObject delete(String path) throws IOException, InterruptedException {
        return json(send(request("DELETE", path, BodyPublishers.noBody()), BodyHandlers.ofByteArray()));
    }

    /** Posts a file as it is. */
    public JsonObject upload(String path, BodyPublisher file, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request("POST", path, file)
                .timeout(PATIENCE.plusSeconds(Math.max(0, file.contentLength()) / SLOWEST_BYTES_PER_SECOND));
        headers.forEach(request::header);
        return json(send(request, BodyHandlers.ofByteArray()));
    }

    /** Server-Sent Events, until either side ends them; the caller closes the stream. */
    public InputStream events(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request("GET", path, BodyPublishers.noBody()).header("Accept", "text/event-stream");
        return send(request, BodyHandlers.ofInputStream()).body();
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
        return HttpRequest.newBuilder(url.resolve("/api/" + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .method(method, body);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder builder, BodyHandler<T> reader)
            throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        for (int left = TRIES - 1; ; left--) {
            HttpResponse<T> response = sendOnce(request, reader);
            if (response.statusCode() < 300) {
                return response;
            }
            long wait = response.headers().firstValueAsLong("Retry-After").orElse(-1);
            if (left == 0 || wait < 0 || response.statusCode() == 409) {
                throw new Refused(request, response);
            }
            Thread.sleep(1000 * Math.min(LONGEST_WAIT, Math.max(1, wait)));
        }
    }

    private <T> HttpResponse<T> sendOnce(HttpRequest request, BodyHandler<T> reader)
            throws IOException, InterruptedException {
        try {
            return http.send(request, reader);
        } catch (ConnectException e) {
            throw new NothingRuns("Nothing answers at " + url
                    + ". Start Lethe in another terminal with ./lethe run, or say where it answers: --url URL");
        }
    }

    /** An answer without a body is an empty object. */
    static JsonObject json(HttpResponse<byte[]> response) {
        return json(response.body());
    }

    static JsonObject json(byte[] text) {
        if (text.length == 0) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(text))) {
            return reader.readObject();
        }
    }
}
