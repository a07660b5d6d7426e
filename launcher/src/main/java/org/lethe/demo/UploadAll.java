package org.lethe.demo;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lethe.client.Api;
import org.lethe.client.Screen;

/** Uploads pictures into one album, several at a time. */
final class UploadAll {

    private static final int AT_ONCE = 4;

    private final Api owner;
    private final String album;
    private final Screen screen;

    UploadAll(Api owner, String album, Screen screen) {
        this.owner = owner;
        this.album = album;
        this.screen = screen;
    }

    /** Answers the id of the first. */
    String run(List<Picture> pictures) throws IOException, InterruptedException {
        ExecutorService uploads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<String>> ids = new ArrayList<>();
            for (Picture picture : pictures) {
                ids.add(uploads.submit(() -> owner.upload(
                                "albums/" + album + "/photos",
                                BodyPublishers.ofFile(picture.file()),
                                Map.of("Content-Type", picture.contentType()))
                        .getString("id")));
            }
            for (int done = 0; done < ids.size(); done++) {
                ids.get(done).get();
                screen.progress("uploading", done + 1L, ids.size());
            }
            return ids.get(0).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            uploads.shutdownNow();
        }
    }
}
