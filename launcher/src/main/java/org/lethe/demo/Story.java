package org.lethe.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lethe.client.Api;
import org.lethe.client.Screen;

/** The demonstration, step by step. Every line with a tick was checked; the first that is not so ends it. */
final class Story {

    /** Something was not as it was promised. */
    static final class NotAsPromised extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAsPromised(String message) {
            super(message);
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration DRAWN_WITHIN = Duration.ofSeconds(20);

    /** An original and two thumbnails. */
    private static final int FILES_EACH = 3;

    private static final int SECOND_ALBUM = 8;

    private final RunningLethe lethe;
    private final Album album;
    private final Screen screen;
    private final Api admin;
    private final Api owner;
    private final StorageOnDisk main;
    private final StorageOnDisk backup;
    private final String login = "demo-" + UUID.randomUUID().toString().substring(0, 8);
    private final String password = UUID.randomUUID().toString();

    Story(RunningLethe lethe, Album album, Screen screen) {
        this.lethe = lethe;
        this.album = album;
        this.screen = screen;
        this.admin = new Api(lethe.url(), Api.basic("admin", lethe.adminPassword()));
        this.owner = new Api(lethe.url(), Api.basic(login, password));
        this.main = new StorageOnDisk("main", lethe.main());
        this.backup = new StorageOnDisk("backup", lethe.backup());
    }

    void tell() throws IOException, InterruptedException {
        screen.title("Lethe: a delete that is certain");
        String account = makeAccount();
        try {
            deleteAnAlbum();
            breakAndMend();
            addUp();
        } finally {
            admin.delete("admin/accounts/" + account);
        }
        screen.title("That is all: what was deleted is gone, and what failed was seen, mended and gone.");
    }

    private String makeAccount() throws IOException, InterruptedException {
        JsonObject wanted = Json.createObjectBuilder()
                .add("login", login)
                .add("password", password)
                .add("roles", Json.createArrayBuilder().add("owner"))
                .build();
        return admin.post("admin/accounts", wanted).getString("id");
    }

    private void deleteAnAlbum() throws IOException, InterruptedException {
        List<Picture> pictures = album.pictures();
        screen.step("An album of " + Screen.count(pictures.size()) + " photographs");
        Set<Path> mainBefore = main.files();
        Set<Path> backupBefore = backup.files();
        String id = upload(pictures);
        Set<Path> onMain = drawn(main, mainBefore, pictures.size());
        Set<Path> onBackup = drawn(backup, backupBefore, pictures.size());
        require(onMain.size() >= pictures.size() && onMain.size() == onBackup.size(), "not every photo is on both");
        screen.fact(
                "each stands on both storages, with its thumbnails: %d files on main, %d on backup",
                onMain.size(), onBackup.size());

        screen.step("It is deleted");
        JsonObject deletion = delete(id);
        JsonObject end = await(deletion.getString("id"));
        require("COMPLETED".equals(end.getString("state")), "the deletion is " + end.getString("state"));
        long left = StorageOnDisk.present(onMain) + StorageOnDisk.present(onBackup);
        require(left == 0, left + " files are still there");
        Duration took = Duration.between(
                Instant.parse(end.getString("requestedAt")), Instant.parse(end.getString("completedAt")));
        screen.fact(
                "%s files gone from both storages after %.1f s; looked at the disks: none is left",
                Screen.count(requested(end)), took.toMillis() / 1000.0);
    }

    /** The files of so many photos, when their thumbnails are drawn; of a format that has none they are waited for in vain. */
    private static Set<Path> drawn(StorageOnDisk storage, Set<Path> before, int photos)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(DRAWN_WITHIN);
        Set<Path> files = storage.filesSince(before);
        while (files.size() < FILES_EACH * photos && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            files = storage.filesSince(before);
        }
        return files;
    }

    private String upload(List<Picture> pictures) throws IOException, InterruptedException {
        String id = owner.post(
                        "albums", Json.createObjectBuilder().add("name", "Demo").build())
                .getString("id");
        UploadAll uploads = new UploadAll(owner, id, screen);
        String first = uploads.run(pictures);
        screen.fact("%,d uploaded, %.1f MB, synced to disk on main and backup", pictures.size(), album.bytes() / 1e6);
        byte[] original = Files.readAllBytes(pictures.get(0).file());
        String read = StorageOnDisk.sha256(owner.bytes("photos/" + first + "/content"));
        require(read.equals(StorageOnDisk.sha256(original)), "a photo that was read back is another one");
        screen.fact("one read back is the same to the byte (SHA-256 %s…)", read.substring(0, 12));
        return id;
    }

    private JsonObject delete(String albumId) throws IOException, InterruptedException {
        Instant asked = Instant.now();
        JsonObject deletion = owner.delete("albums/" + albumId);
        long millis = Duration.between(asked, Instant.now()).toMillis();
        screen.fact("answered 202 in %d ms; the album and its photos are hidden from now on", millis);
        require(owner.get("albums").getJsonArray("items").isEmpty(), "the album is still listed");
        return deletion;
    }

    /** Watches a deletion until nothing of it waits any more. */
    private JsonObject await(String deletionId) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            JsonObject deletion = owner.get("deletions/" + deletionId);
            JsonObject gone = deletion.getJsonObject("files").getJsonObject("gone");
            long each = requested(deletion) / 2;
            screen.progress("main " + Screen.bar(gone.getInt("main"), each) + "   backup", gone.getInt("backup"), each);
            if (deletion.getString("state").startsWith("COMPLETED")) {
                return deletion;
            }
            Thread.sleep(100);
        }
        throw new NotAsPromised("deletion " + deletionId + " did not end within " + PATIENCE.toMinutes() + " minutes");
    }

    private void breakAndMend() throws IOException, InterruptedException {
        screen.step("A file that cannot be removed");
        List<Picture> few = album.pictures()
                .subList(0, Math.min(SECOND_ALBUM, album.pictures().size()));
        Set<Path> before = backup.files();
        String id = owner.post(
                        "albums",
                        Json.createObjectBuilder().add("name", "Demo 2").build())
                .getString("id");
        new UploadAll(owner, id, screen).run(few);
        Path victim = drawn(backup, before, few.size()).iterator().next();
        try (BrokenFile broken = BrokenFile.at(victim)) {
            screen.note(
                    "in the place of %s on backup stands a directory now",
                    backup.root().relativize(victim));
            String deletion = fail(id);
            JsonObject failure = showFailure(deletion);
            mend(broken, failure.getString("id"), deletion);
        }
    }

    private String fail(String albumId) throws IOException, InterruptedException {
        Runnable putBack = lethe.redelivery().map(RedeliveryOfBackup::quicken).orElse(() -> {});
        lethe.redelivery()
                .ifPresent(quick -> screen.note(
                        "for this demonstration the broker tries quickly: %s", RedeliveryOfBackup.quickly()));
        Thread onExit = new Thread(putBack);
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            String deletion = delete(albumId).getString("id");
            JsonObject end = await(deletion);
            long failed = end.getJsonObject("files").getInt("failed");
            require("COMPLETED_WITH_FAILURES".equals(end.getString("state")), "it is " + end.getString("state"));
            require(failed == 1, "more than the one file was held up");
            screen.fact("%d of %d files gone: the bad one held up no other", requested(end) - failed, requested(end));
            return deletion;
        } finally {
            Runtime.getRuntime().removeShutdownHook(onExit);
            putBack.run();
        }
    }

    private JsonObject showFailure(String deletion) throws IOException, InterruptedException {
        JsonArray failures =
                admin.get("admin/failures?state=OPEN&deletion=" + deletion).getJsonArray("items");
        require(failures.size() == 1, failures.size() + " failures stand open, not one");
        JsonObject failure =
                admin.get("admin/failures/" + failures.getJsonObject(0).getString("id"));
        screen.fact(
                "it stands as one open failure: %s, on %s", failure.getString("cause"), failure.getString("storage"));
        Instant first = null;
        for (JsonObject event : failure.getJsonArray("timeline").getValuesAs(JsonObject.class)) {
            Instant at = Instant.parse(event.getString("at"));
            first = first == null ? at : first;
            screen.note("+%5.1f s  %s", Duration.between(first, at).toMillis() / 1000.0, event.getString("what"));
        }
        return failure;
    }

    private void mend(BrokenFile broken, String failure, String deletion) throws IOException, InterruptedException {
        screen.step("Mended, and sent again");
        broken.mend();
        screen.note("the file is back in its place");
        admin.post("admin/failures/" + failure + "/retry");
        JsonObject end = await(deletion);
        require("COMPLETED".equals(end.getString("state")), "the deletion is " + end.getString("state"));
        require(!Files.exists(broken.file()), "the file is still there");
        screen.fact("the deletion is COMPLETED, and the file is gone from the disk");
    }

    private void addUp() throws IOException, InterruptedException {
        screen.step("Does everything add up?");
        JsonObject count = admin.get("admin/conservation");
        JsonObject gone = count.getJsonObject("gone");
        List<String> parts = new ArrayList<>();
        parts.add(Screen.count((long) gone.getInt("main") + gone.getInt("backup")) + " gone");
        for (String part : List.of("waiting", "failed", "waived")) {
            parts.add(Screen.count(count.getInt(part)) + " " + part);
        }
        require(count.getBoolean("addsUp"), "it does not: " + count);
        screen.fact("%s files ever requested = %s", Screen.count(count.getInt("requested")), String.join(" + ", parts));
    }

    private static long requested(JsonObject deletion) {
        return deletion.getJsonObject("files").getInt("requested");
    }

    private static void require(boolean promised, String otherwise) {
        if (!promised) {
            throw new NotAsPromised(otherwise);
        }
    }
}
