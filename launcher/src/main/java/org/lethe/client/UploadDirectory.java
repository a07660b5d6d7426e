package org.lethe.client;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Uploads what is below a directory into an album, several files at a time. What the album has already, by its checksum,
 * is left out: so running it again goes on where it ended, however it ended.
 */
final class UploadDirectory {

    private static final int MOST_TOLD = 50;

    private final UploadOptions options;
    private final Screen screen;
    private final Tally tally = new Tally();
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    UploadDirectory(UploadOptions options, Screen screen) {
        this.options = options;
        this.screen = screen;
    }

    /** Answers the exit code. */
    int run() throws IOException, InterruptedException {
        LocalFiles files = LocalFiles.below(options.directory());
        Api api = options.access().api(System.getenv());
        JsonObject album = new FindAlbum(api).orNew(options.album());
        String id = album.getString("id");
        FindAlbum.forEach(api, "albums/" + id + "/photos", photo -> there.add(photo.getString("sha256", "")));
        screen.note(
                "%s: %s photos and videos, %s, into the album %s (%s)",
                options.directory(),
                Screen.count(files.photos().size()),
                Screen.bytes(files.bytes()),
                album.getString("name"),
                id);
        tally.begin(files);
        Thread whenInterrupted = new Thread(this::tellOfInterruption, "interrupted");
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
        uploadAll(files.photos(), new UploadFile(api, id, there, tally));
        Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        tell();
        return tally.failures().isEmpty() ? 0 : 1;
    }

    private void uploadAll(List<Path> files, UploadFile upload) throws IOException, InterruptedException {
        ExecutorService uploads = Executors.newFixedThreadPool(options.parallel(), task -> {
            Thread thread = new Thread(task, "upload");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = files.stream()
                    .<Future<?>>map(file -> uploads.submit(() -> upload.run(file)))
                    .toList();
            while (running.stream().anyMatch(one -> !one.isDone())) {
                tally.show(screen);
                Thread.sleep(100);
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NothingRuns nothing) {
                throw nothing;
            }
            throw new IOException(e.getCause());
        } finally {
            uploads.shutdownNow();
        }
    }

    private void tell() {
        List<String> failures = tally.failures();
        failures.stream().limit(MOST_TOLD).forEach(failure -> screen.problem("%s", failure));
        if (failures.isEmpty()) {
            screen.fact("%s", tally.summary());
        } else {
            screen.problem("%s. Run it again to try what is missing.", tally.summary());
        }
    }

    private void tellOfInterruption() {
        screen.note("interrupted: %s. Run it again to go on with what is missing.", tally.summary());
    }
}
