package org.lethe.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client with an album of its own. It knows what it was promised, and what it was left in doubt about. */
final class LoadClient implements AutoCloseable {

    private static final byte[] NOTHING = {};
    private static final Pattern PHOTO = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

    private final LoadPlan plan;
    private final Pictures pictures;
    private final Tally tally;
    private final Wire wire;
    private final Random random;
    private final List<String> live = new ArrayList<>();
    private final Set<String> inDoubt = new HashSet<>();
    private final Set<String> deletions = new HashSet<>();
    private boolean uploadInDoubt;
    private String album = "";

    LoadClient(URI server, String authorization, LoadPlan plan, Pictures pictures, Tally tally, int seed) {
        this.plan = plan;
        this.pictures = pictures;
        this.tally = tally;
        this.wire = new Wire(server, authorization);
        this.random = new Random(seed);
    }

    /** What it has already when it comes: its album, with as many photos as the plan says. */
    void prepare() throws InterruptedException {
        while (plan.photos() > 0 && (album.isEmpty() || live.size() < plan.photos())) {
            next();
        }
    }

    void run(Instant end) {
        try {
            pause(plan.pause());
            while (Instant.now().isBefore(end)) {
                next();
                pause(plan.pause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void next() throws InterruptedException {
        if (album.isEmpty()) {
            createAlbum();
        } else if (live.size() < Math.max(1, plan.photos())) {
            upload();
        } else {
            act(random.nextInt(100));
        }
    }

    /** As people do: they look far more often than they change. */
    private void act(int chance) throws InterruptedException {
        String photo = live.get(random.nextInt(live.size()));
        if (chance < 40) {
            send(Tally.Kind.LIST, "GET", "/api/albums/" + album + "/photos", "", NOTHING);
        } else if (chance < 75) {
            send(Tally.Kind.VIEW, "GET", "/api/photos/" + photo + "/content", "", NOTHING);
        } else if (chance < 90) {
            upload();
        } else {
            delete(photo);
        }
    }

    private void createAlbum() throws InterruptedException {
        Reply reply = send(
                Tally.Kind.CREATE, "POST", "/api/albums", "application/json", "{\"name\":\"load\"}".getBytes(UTF_8));
        if (reply != null && reply.isSuccess()) {
            album = reply.locatedId();
        }
    }

    private void upload() throws InterruptedException {
        Reply reply = send(
                Tally.Kind.UPLOAD, "POST", "/api/albums/" + album + "/photos", "image/jpeg", pictures.next(random));
        if (reply == null) {
            uploadInDoubt = true;
        } else if (reply.isSuccess()) {
            live.add(reply.locatedId());
        }
    }

    private void delete(String photo) throws InterruptedException {
        Reply reply = send(Tally.Kind.DELETE, "DELETE", "/api/photos/" + photo, "", NOTHING);
        if (reply == null || reply.text().contains("outcome-unknown")) {
            live.remove(photo);
            inDoubt.add(photo);
        } else if (reply.isSuccess()) {
            live.remove(photo);
            deletions.add(reply.locatedId());
        }
    }

    /** The answer; null when the connection broke. Waits as long as a refusal asks for. */
    private Reply send(Tally.Kind kind, String method, String path, String type, byte[] body)
            throws InterruptedException {
        long begun = System.nanoTime();
        try {
            Reply reply = wire.send(method, path, type, body);
            tally.add(kind, reply, System.nanoTime() - begun);
            if (reply.isRefused()) {
                Thread.sleep(Duration.ofSeconds(reply.retryAfterSeconds().orElseThrow())
                        .toMillis());
            }
            return reply;
        } catch (IOException broken) {
            tally.addBroken(kind + ": " + broken);
            return null;
        }
    }

    private void pause(Duration average) throws InterruptedException {
        if (!average.isZero()) {
            Thread.sleep(random.nextInt((int) (2 * average.toMillis())));
        }
    }

    /** What this client was promised and does not find; empty when all of it holds. */
    List<String> broken() throws IOException {
        wire.close(); // the server has closed what was idle for long
        List<String> faults = new ArrayList<>();
        if (album.isEmpty()) {
            return faults;
        }
        Set<String> found = photos();
        live.stream().filter(photo -> !found.contains(photo)).forEach(photo -> faults.add("lost photo " + photo));
        found.removeAll(live);
        found.removeAll(inDoubt);
        if (!found.isEmpty() && !uploadInDoubt) {
            faults.add("deleted, or never uploaded, and yet there: " + found);
        }
        for (String deletion : deletions) {
            String state =
                    wire.send("GET", "/api/deletions/" + deletion, "", NOTHING).text();
            if (!state.contains("\"COMPLETED\"")) {
                faults.add("deletion not completed: " + state);
            }
        }
        return faults;
    }

    private Set<String> photos() throws IOException {
        Set<String> found = new HashSet<>();
        String path = "/api/albums/" + album + "/photos?limit=500";
        for (String next = path; !next.isEmpty(); ) {
            String page = wire.send("GET", next, "", NOTHING).text();
            Matcher ids = PHOTO.matcher(page);
            while (ids.find()) {
                found.add(ids.group(1));
            }
            Matcher cursor = NEXT.matcher(page);
            next = cursor.find() ? path + "&cursor=" + cursor.group(1) : "";
        }
        return found;
    }

    @Override
    public void close() {
        wire.close();
    }
}
