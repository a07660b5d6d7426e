package org.lethe.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product's REST API, as its first administrator. The connection is kept open, as a browser or a client does. */
final class Api {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

    private final URI base;
    private final String authorization;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    Api(URI base, String adminPassword) {
        this.base = base;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(("admin:" + adminPassword).getBytes(UTF_8));
    }

    /**
     * What a delete was answered.
     *
     * @param took from the request to the whole answer
     */
    record Accepted(UUID deletion, Instant asked, Duration took) {}

    Accepted deleteAlbum(UUID album) throws IOException, InterruptedException {
        Instant asked = Instant.now();
        long start = System.nanoTime();
        HttpResponse<String> answer = send(request("api/albums/" + album).DELETE(), 202);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return new Accepted(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)), asked, took);
    }

    UUID createAlbum(String name) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("{\"name\":\"" + name + "\"}");
        HttpResponse<String> answer = send(
                request("api/albums").header("Content-Type", "application/json").POST(body), 201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    Void upload(UUID album, byte[] photo) throws IOException, InterruptedException {
        send(photos(album).POST(HttpRequest.BodyPublishers.ofByteArray(photo)), 201);
        return null;
    }

    /** A photo of which only as much is in memory as is on its way. */
    void upload(UUID album, long bytes, Supplier<InputStream> photo) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher body =
                HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofInputStream(photo), bytes);
        send(photos(album).timeout(Duration.ofMinutes(10)).POST(body), 201);
    }

    private HttpRequest.Builder photos(UUID album) {
        return request("api/albums/" + album + "/photos");
    }

    void restore(UUID deletion) throws IOException, InterruptedException {
        send(request("api/deletions/" + deletion + "/restore").POST(HttpRequest.BodyPublishers.noBody()), 200);
    }

    /**
     * A page of 500 photos of an album.
     *
     * @return the cursor of the page after it
     */
    Optional<String> photos(UUID album, Optional<String> cursor) throws IOException, InterruptedException {
        String path = "api/albums/" + album + "/photos?limit=500";
        String page = send(
                        request(path + cursor.map(place -> "&cursor=" + place).orElse(""))
                                .GET(),
                        200)
                .body();
        Matcher next = NEXT.matcher(page);
        return next.find() ? Optional.of(next.group(1)) : Optional.empty();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT).header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(answer.request().method() + " " + answer.uri() + " was answered "
                    + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }
}
