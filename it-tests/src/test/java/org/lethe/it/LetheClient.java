package org.lethe.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * Somebody who uses Lethe over HTTP. The methods that are named after what they do expect success and throw an
 * {@link AssertionError} otherwise; {@link #get}, {@link #delete}, {@link #post} and {@link #send} answer whatever the
 * server answered. Safe for use by many threads.
 */
public final class LetheClient {
    /** No request may take longer, whatever is broken. */
    public static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final int UPLOADS_AT_ONCE = 8;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(DEADLINE)
            .build();
    private final URI url;
    private final String login;
    private final Optional<String> authorization;
    private final Map<String, String> headers;

    LetheClient(URI url, String login, String password) {
        this.url = url;
        this.login = login;
        this.headers = Map.of();
        String credentials = login + ':' + password;
        this.authorization = Optional.of(
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    /** Somebody with an API token. */
    static LetheClient withToken(URI url, String token) {
        return new LetheClient(url, Optional.of("Bearer " + token));
    }

    private LetheClient(URI url, Optional<String> authorization) {
        this(url, authorization, Map.of());
    }

    private LetheClient(URI url, Optional<String> authorization, Map<String, String> headers) {
        this.url = url;
        this.login = "";
        this.authorization = authorization;
        this.headers = headers;
    }

    /** Somebody who has signed in with a browser. */
    static LetheClient withSession(URI url, String cookie, String csrfToken) {
        return new LetheClient(url, Optional.empty(), Map.of("Cookie", cookie, "X-CSRF-Token", csrfToken));
    }

    /** Somebody without credentials. */
    LetheClient(URI url) {
        this(url, Optional.empty());
    }

    public String login() {
        return login;
    }

    /** Whether it comes with the cookie of a session. */
    public boolean isSession() {
        return headers.containsKey("Cookie");
    }

    /** The value of the header by which it logs in, for requests that are made by hand. */
    public String authorization() {
        return authorization.orElseThrow();
    }

    /** Makes an account; for administrators. */
    public UUID addAccount(String newLogin, String password, String... roles) {
        JsonObject body = Json.createObjectBuilder()
                .add("login", newLogin)
                .add("password", password)
                .add("roles", Json.createArrayBuilder(Arrays.asList(roles)))
                .build();
        return id(post("api/admin/accounts", body).expect(201).json());
    }

    public UUID createAlbum(String name) {
        return id(
                post("api/albums", Json.createObjectBuilder().add("name", name).build())
                        .expect(201)
                        .json());
    }

    /** An album with this many tiny photos, no two alike. */
    public UUID createAlbum(String name, int photos) {
        UUID album = createAlbum(name);
        upload(album, photos);
        return album;
    }

    public Photo upload(UUID album, byte[] bytes) {
        return Photo.of(send(uploadOf(album, bytes)).expect(201).json());
    }

    /** Uploads this many tiny photos, no two alike, several at a time. */
    public List<Photo> upload(UUID album, int photos) {
        List<Photo> uploaded = new ArrayList<>();
        for (int from = 0; from < photos; from += UPLOADS_AT_ONCE) {
            List<CompletableFuture<HttpResponse<byte[]>>> running = new ArrayList<>();
            for (int i = from; i < Math.min(photos, from + UPLOADS_AT_ONCE); i++) {
                byte[] bytes = Pictures.saying("photo " + i + " of " + album);
                running.add(http.sendAsync(complete(uploadOf(album, bytes)), HttpResponse.BodyHandlers.ofByteArray()));
            }
            running.forEach(one ->
                    uploaded.add(Photo.of(new Answer(one.join()).expect(201).json())));
        }
        return uploaded;
    }

    /** The request that uploads these bytes, for further headers. */
    public HttpRequest.Builder uploadOf(UUID album, byte[] bytes) {
        return request("api/albums/" + album + "/photos")
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(bytes));
    }

    public List<Photo> photos(UUID album) {
        return get("api/albums/" + album + "/photos?limit=500").expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .map(Photo::of)
                .toList();
    }

    public byte[] content(UUID photo) {
        return get("api/photos/" + photo + "/content").expect(200).bytes();
    }

    public Deletion deleteAlbum(UUID album) {
        return Deletion.of(delete("api/albums/" + album).expect(202).json());
    }

    public Deletion deletePhoto(UUID photo) {
        return Deletion.of(delete("api/photos/" + photo).expect(202).json());
    }

    public Deletion deletePhotos(Collection<UUID> photos) {
        return Deletion.of(requestDeletionOf(photos).expect(202).json());
    }

    /** Asks for photos to be deleted, whatever the answer. */
    public Answer requestDeletionOf(Collection<UUID> photos) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        photos.forEach(photo -> ids.add(photo.toString()));
        return post(
                "api/deletions", Json.createObjectBuilder().add("photoIds", ids).build());
    }

    public Deletion deletion(UUID id) {
        return Deletion.of(get("api/deletions/" + id).expect(200).json());
    }

    /** Looks at a deletion until it is over. */
    public Deletion awaitOver(UUID deletion) {
        return await(deletion, Deletion::isOver);
    }

    /** Looks at a deletion until it is as wished; on the way its figures add up each time. */
    public Deletion await(UUID deletion, Predicate<Deletion> wish) {
        return Awaitility.await("deletion " + deletion)
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> deletion(deletion).requireAddsUp(), wish);
    }

    public Deletion restore(UUID deletion) {
        return Deletion.of(
                post("api/deletions/" + deletion + "/restore").expect(200).json());
    }

    /** The failures of one deletion, in any state; for operators. */
    public List<Failure> failuresOf(UUID deletion) {
        return get("api/admin/failures?limit=500&deletion=" + deletion).expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .map(Failure::of)
                .toList();
    }

    /** One failure with its timeline; for operators. */
    public Failure failure(UUID id) {
        return Failure.of(get("api/admin/failures/" + id).expect(200).json());
    }

    /** Sends a failure again; for operators. */
    public Failure retry(UUID failure) {
        return Failure.of(
                post("api/admin/failures/" + failure + "/retry").expect(200).json());
    }

    /** Whether everything that was ever requested is accounted for; for operators. */
    public JsonObject conservation() {
        return get("api/admin/conservation").expect(200).json();
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    public Answer post(String path, JsonObject body) {
        return post(path, body.toString());
    }

    /** Posts a text as if it were JSON. */
    public Answer post(String path, String text) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(text)));
    }

    /** Changes some members of a resource (RFC 7396), with further headers as name and value in turn. */
    public Answer patch(String path, String text, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(text));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A request of this client, with its credentials; the path is relative to the server's root. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path));
        authorization.ifPresent(credentials -> request.header("Authorization", credentials));
        headers.forEach(request::header);
        return request;
    }

    /** Sends a request, and holds the answer against the description of the API. */
    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(complete(request), LetheClient::body);
            ApiDocument.publishedBy(url, http).ifPresent(api -> api.requireTold(answer));
            return new Answer(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The whole body; of events, which have no end, none: whoever wants to hear them listens by other means. */
    private static BodySubscriber<byte[]> body(HttpResponse.ResponseInfo answer) {
        boolean isStream = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        return isStream
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), LetheClient::hangUp)
                : BodySubscribers.ofByteArray();
    }

    private static byte[] hangUp(InputStream events) {
        try {
            events.close();
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest complete(HttpRequest.Builder request) {
        return request.timeout(DEADLINE).build();
    }

    private static UUID id(JsonObject json) {
        return UUID.fromString(json.getString("id"));
    }
}
