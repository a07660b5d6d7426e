package org.lethe.it.generated;

import static java.util.Map.entry;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.lethe.it.ApiOperation;
import org.lethe.it.ErrorPolicies;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;
import org.lethe.it.Pictures;

/**
 * Real resources of one account, for whatever an operation refers to: a variable of its path, or a member of its body.
 * A description that refers to something new needs a line here.
 */
final class Fixtures {
    private static final Map<String, Function<Fixtures, String>> OF_VARIABLES = Map.ofEntries(
            entry("/api/albums/{id}", Fixtures::album),
            entry("/api/photos/{id}", Fixtures::photo),
            entry("/api/uploads/{id}", Fixtures::upload),
            entry("/api/deletions/{id}", Fixtures::deletion),
            entry("/api/tokens/{id}", Fixtures::token),
            entry("/api/admin/accounts/{id}", Fixtures::account),
            entry("/api/admin/failures/{id}", Fixtures::failure),
            entry("/api/admin/failures/groups/{id}", Fixtures::groupOfFailures),
            entry("/api/admin/storages/{id}", fixtures -> "backup"),
            entry("/api/admin/redrives/{id}", Fixtures::redrive),
            entry("/api/admin/deletions/{id}", Fixtures::anybodysDeletion),
            entry("/api/admin/queues/{queue}", fixtures -> "lethe.callback"),
            entry("/api/admin/notifications/channels/{id}", Fixtures::channel),
            entry("/api/admin/error-policies/{id}", Fixtures::errorPolicy),
            entry("/api/admin/redelivery/{queue}", fixtures -> "lethe.thumbnail"),
            entry("/api/admin/redelivery/{queue}/versions/{version}", fixtures -> "1"));

    private static final Map<String, Function<Fixtures, String>> OF_MEMBERS = Map.ofEntries(
            entry("albumId", Fixtures::album),
            entry("photoIds", Fixtures::photo),
            entry("coverPhotoId", Fixtures::photo),
            entry("snapshotId", Fixtures::snapshot),
            entry("login", Fixtures::login),
            entry("password", Fixtures::password));

    private static final Set<String> CREDENTIALS = Set.of("login", "password");

    private final Lethe lethe;
    private final LetheClient account;
    private final Set<String> roles;
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    /**
     * @param account comes with a password
     * @param roles of it
     */
    Fixtures(Lethe lethe, LetheClient account, Set<String> roles) {
        this.lethe = lethe;
        this.account = account;
        this.roles = Set.copyOf(roles);
    }

    static boolean isReference(String member) {
        return OF_MEMBERS.containsKey(member);
    }

    static boolean isCredential(String member) {
        return CREDENTIALS.contains(member);
    }

    /** Whether it belongs to an owner, so that it is as if it were not there for everybody else. */
    static boolean isOwned(String reference) {
        return !reference.startsWith("/api/admin/") && !isCredential(reference);
    }

    /** Whether the account can have such a thing; what is for administrators belongs to nobody. */
    boolean canHave(String reference) {
        return roles.contains("owner") || !isOwned(reference) || reference.startsWith("/api/tokens/");
    }

    /** A new one for this reference: a path up to its variable, or the name of a body's member. */
    String fresh(String reference) {
        Function<Fixtures, String> maker = OF_VARIABLES.getOrDefault(reference, OF_MEMBERS.get(reference));
        if (maker == null) {
            throw new AssertionError(
                    "There is no fixture for " + reference + ": add one to " + Fixtures.class.getName());
        }
        return maker.apply(this);
    }

    /** New ones for all of these, such that they fit each other: a cover is one of the album's photos. */
    Map<String, String> fresh(Iterable<String> references) {
        Map<String, String> ids = new LinkedHashMap<>();
        references.forEach(reference -> ids.put(reference, fresh(reference)));
        if (ids.containsKey("coverPhotoId")) {
            ids.put(
                    "coverPhotoId",
                    account.photos(UUID.fromString(ids.get("/api/albums/{id}")))
                            .get(0)
                            .id()
                            .toString());
        }
        return ids;
    }

    /** The same each time, for what must leave it as it is. */
    String kept(String reference) {
        String known = kept.get(reference);
        if (known == null) {
            known = fresh(reference);
            kept.put(reference, known);
        }
        return known;
    }

    /** One of each kind that an owner can have. */
    Fixtures withAll(Iterable<ApiOperation> operations) {
        operations.forEach(operation ->
                operation.variables().stream().filter(Fixtures::isOwned).forEach(this::kept));
        return this;
    }

    /** A photo like no other. */
    static byte[] jpeg() {
        return Pictures.saying(UUID.randomUUID().toString());
    }

    private String login() {
        return account.login();
    }

    private String password() {
        return lethe.passwordOf(account);
    }

    private String album() {
        UUID album = account.createAlbum("An album");
        account.upload(album, jpeg());
        return album.toString();
    }

    /** With its thumbnails, which come a moment after it. */
    private String photo() {
        Photo photo = newPhoto();
        Awaitility.await("a thumbnail")
                .until(() -> account.get("api/photos/" + photo.id() + "/thumbnail"), answer -> answer.status() == 200);
        return photo.id().toString();
    }

    private Photo newPhoto() {
        return account.upload(account.createAlbum("An album of one"), jpeg());
    }

    private String deletion() {
        return account.deletePhoto(newPhoto().id()).id().toString();
    }

    private String anybodysDeletion() {
        LetheClient owner = lethe.newOwner();
        UUID album = owner.createAlbum("Somebody's");
        return owner.deleteAlbum(album).id().toString();
    }

    private String upload() {
        String metadata = "albumId " + Base64.getEncoder().encodeToString(album().getBytes(StandardCharsets.UTF_8));
        return account.send(account.request("api/uploads")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", "100000")
                        .header("Upload-Metadata", metadata)
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .expect(201)
                .header("Location")
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .orElseThrow();
    }

    private String snapshot() {
        return account.post("api/deletions", "{\"albumId\": \"" + album() + "\", \"dryRun\": true}")
                .expect(200)
                .json()
                .getString("snapshotId");
    }

    private String token() {
        String scope = roles.contains("owner") ? "read" : roles.contains("operator") ? "operate" : "admin";
        return account.post("api/tokens", "{\"name\": \"a token\", \"scopes\": [\"" + scope + "\"]}")
                .expect(201)
                .json()
                .getString("id");
    }

    private String account() {
        String login = "it-" + UUID.randomUUID();
        return lethe.admin().addAccount(login, "password of " + login, "owner").toString();
    }

    /** One that reaches nobody. */
    private String channel() {
        return lethe.admin()
                .post(
                        "api/admin/notifications/channels",
                        "{\"name\": \"A channel\", \"kind\": \"WEBHOOK\", \"enabled\": true, \"target\": {\"url\":"
                                + " \"https://localhost/\", \"secret\": \"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"},"
                                + " \"reason\": \"a fixture\"}")
                .expect(201)
                .json()
                .getString("id");
    }

    private String errorPolicy() {
        return new ErrorPolicies(lethe.admin())
                .add(ErrorPolicies.policy("RETRY", Map.of("cause", "fixture " + UUID.randomUUID())))
                .id()
                .toString();
    }

    /** One with which everything can be done: of the planning of a deletion that has been planned, and has nothing. */
    private String failure() {
        UUID deletion = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        lethe.database()
                .execute(
                        "insert into deletion (id, owner_id, kind, state, completed_at)"
                                + " values (?, ?, 'PHOTOS', 'COMPLETED', now())",
                        deletion,
                        UUID.randomUUID());
        lethe.database()
                .execute(
                        "insert into failure (id, kind, state, deletion_id, queue, cause, error, assignee) values"
                                + " (?, 'PLAN', 'ASSIGNED', ?, 'lethe.removal.plan', 'made up', 'made up', 'admin')",
                        id,
                        deletion);
        return id.toString();
    }

    private String groupOfFailures() {
        return lethe.database()
                .texts("select group_id::text from failure where id = ?", UUID.fromString(failure()))
                .get(0);
    }

    /** One that somebody has paused, of a failure that cannot be sent again. */
    private String redrive() {
        UUID id = UUID.randomUUID();
        lethe.database()
                .execute(
                        "insert into redrive (id, state, filter, rate_per_second, ramp, stop_at_failure_ratio, reason,"
                                + " created_by, created_at, next_at, waiting)"
                                + " values (?, 'PAUSED', '{}', 1, '{}', 1, 'an example', 'somebody', now(), now(), 1)",
                        id);
        lethe.database()
                .execute(
                        "insert into redrive_item (redrive_id, position, failure_id, times) values (?, 1, ?, 1)",
                        id,
                        UUID.fromString(failure()));
        return id.toString();
    }
}
