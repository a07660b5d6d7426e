package org.lethe.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/** Deletes an album: counts first, asks, deletes exactly what was counted, and stays until it is gone when told to. */
final class DeleteAlbum {

    private final DeleteOptions options;
    private final Screen screen;
    private final BufferedReader answers;

    DeleteAlbum(DeleteOptions options, Screen screen, InputStream answers) {
        this.options = options;
        this.screen = screen;
        this.answers = new BufferedReader(new InputStreamReader(answers, Charset.defaultCharset()));
    }

    /** Answers the exit code. */
    int run() throws IOException, InterruptedException {
        Api api = options.access().api(System.getenv());
        JsonObject album = new FindAlbum(api).existing(options.album());
        JsonObject counted = api.post(
                "deletions",
                Json.createObjectBuilder()
                        .add("albumId", album.getString("id"))
                        .add("dryRun", true)
                        .build());
        screen.note(
                "%s (%s): %s photos, %s, each on every storage",
                album.getString("name"),
                album.getString("id"),
                Screen.count(counted.getJsonNumber("photos").longValue()),
                Screen.bytes(counted.getJsonNumber("bytes").longValue()));
        if (!options.yes() && !isConfirmed("Delete them? [y/N] ")) {
            screen.note("nothing was deleted");
            return 2;
        }
        JsonObject deletion = api.post(
                "deletions",
                Json.createObjectBuilder()
                        .add("snapshotId", counted.getString("snapshotId"))
                        .build());
        return deletion.getString("state").equals("HELD") ? held(api, deletion) : accepted(api, deletion);
    }

    private int accepted(Api api, JsonObject deletion) throws IOException, InterruptedException {
        screen.fact("accepted, and hidden from now on: deletion %s", deletion.getString("id"));
        return options.watch() ? new WatchDeletion(api, screen).until(deletion) : 0;
    }

    /** The brake is there for what was not meant: a word that was said before anybody knew of it does not loosen it. */
    private int held(Api api, JsonObject deletion) throws IOException, InterruptedException {
        String path = "deletions/" + deletion.getString("id");
        screen.problem("the brake on mass deletes holds it: %s", deletion.getString("heldBecause", "it is large"));
        if (!options.yes() && isConfirmed("Delete them all the same? [y/N] ")) {
            return accepted(api, api.post(path + "/confirm"));
        }
        screen.note(
                "nothing was deleted. Until %s it can be confirmed with POST /api/%s/confirm",
                deletion.getString("heldUntil", "it is cancelled"), path);
        return 2;
    }

    private boolean isConfirmed(String question) throws IOException {
        screen.ask(question);
        String line = answers.readLine();
        return line != null && line.strip().matches("(?i)y(es)?");
    }
}
