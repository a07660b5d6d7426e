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
    private final InputStream answers;

    DeleteAlbum(DeleteOptions options, Screen screen, InputStream answers) {
        this.options = options;
        this.screen = screen;
        this.answers = answers;
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
        if (!options.yes() && !isConfirmed()) {
            screen.note("nothing was deleted");
            return 2;
        }
        JsonObject deletion = api.post(
                "deletions",
                Json.createObjectBuilder()
                        .add("snapshotId", counted.getString("snapshotId"))
                        .build());
        screen.fact("accepted, and hidden from now on: deletion %s", deletion.getString("id"));
        return options.watch() ? new WatchDeletion(api, screen).until(deletion) : 0;
    }

    private boolean isConfirmed() throws IOException {
        screen.ask("Delete them? [y/N] ");
        String line = new BufferedReader(new InputStreamReader(answers, Charset.defaultCharset())).readLine();
        return line != null && line.strip().matches("(?i)y(es)?");
    }
}
