package org.lethe.client;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows how a deletion goes on until it is over: by its events, or by asking again and again where those do not come. */
final class WatchDeletion {

    private static final List<String> OVER = List.of("COMPLETED", "COMPLETED_WITH_FAILURES", "RESTORED", "CANCELLED");
    private static final long PAUSE_MS = 500;

    private final Api api;
    private final Screen screen;
    private boolean isWaitTold;

    WatchDeletion(Api api, Screen screen) {
        this.api = api;
        this.screen = screen;
    }

    /** Answers the exit code: 0 when everything is gone, 1 when something is not. */
    int until(JsonObject accepted) throws IOException, InterruptedException {
        String id = accepted.getString("id");
        JsonObject last = accepted;
        show(last);
        while (!OVER.contains(last.getString("state"))) {
            last = afterEvents(id);
            show(last);
            if (!OVER.contains(last.getString("state"))) {
                Thread.sleep(PAUSE_MS);
            }
        }
        return tell(last);
    }

    /** Listens for as long as there is something to hear, then looks. */
    private JsonObject afterEvents(String id) throws IOException, InterruptedException {
        try (BufferedReader events = new BufferedReader(
                new InputStreamReader(api.events("deletions/" + id + "/events"), StandardCharsets.UTF_8))) {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith("data:")) {
                    show(Api.json(line.substring("data:".length()).strip().getBytes(StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException notHeard) {
            return api.get("deletions/" + id); // a proxy that holds events back, or a connection that broke
        }
        return api.get("deletions/" + id);
    }

    private void show(JsonObject deletion) {
        if (!deletion.containsKey("files")) {
            return;
        }
        if (deletion.getString("state").equals("REQUESTED") && deletion.containsKey("restorableUntil") && !isWaitTold) {
            isWaitTold = true;
            screen.note(
                    "it can be restored until %s; the files go after that (Ctrl-C leaves it to go on by itself)",
                    deletion.getString("restorableUntil"));
        }
        JsonObject files = deletion.getJsonObject("files");
        if (number(files, "requested") > 0) { // else nothing is planned yet
            screen.progress("gone", gone(files), number(files, "requested"), Screen::count);
        }
    }

    private int tell(JsonObject deletion) {
        JsonObject files = deletion.getJsonObject("files");
        String gone = Screen.count(gone(files));
        return switch (deletion.getString("state")) {
            case "COMPLETED" -> {
                screen.fact("%s files gone from main and backup, none left", gone);
                yield 0;
            }
            case "RESTORED", "CANCELLED" -> {
                screen.problem("it was taken back in the meantime, so nothing is gone");
                yield 1;
            }
            default -> {
                screen.problem(
                        "%s files gone, %s could not be removed; an operator finds them at /api/admin/failures",
                        gone, Screen.count(number(files, "failed")));
                yield 1;
            }
        };
    }

    private static long gone(JsonObject files) {
        JsonObject gone = files.getJsonObject("gone");
        return number(gone, "main") + number(gone, "backup");
    }

    private static long number(JsonObject object, String name) {
        return object.containsKey(name) ? object.getJsonNumber(name).longValue() : 0;
    }
}
