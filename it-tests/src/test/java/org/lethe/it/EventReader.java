package org.lethe.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Listens to a stream of Server-Sent Events until it ends or is closed, on a thread of its own. */
public final class EventReader implements AutoCloseable {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> answer;
    private final CompletableFuture<Void> end;

    /** One event; its data as they came. */
    public record Event(String id, String name, String data) {}

    private EventReader(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.end = CompletableFuture.runAsync(this::read);
    }

    /** Opens a stream. */
    public static EventReader open(HttpRequest.Builder request) {
        try {
            HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            return new EventReader(http.send(
                    request.header("Accept", "text/event-stream").GET().build(),
                    HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int status() {
        return answer.statusCode();
    }

    /** Those that have come so far. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Waits for an event, one that has come already, or will. */
    public Event await(String what, Predicate<Event> wish) {
        return Awaitility.await(what)
                .atMost(LetheClient.DEADLINE)
                .until(() -> events.stream().filter(wish).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until the server has ended it. */
    public void awaitEnd() {
        awaitEnd(LetheClient.DEADLINE);
    }

    /** As {@link #awaitEnd()}, for so long. */
    public void awaitEnd(Duration atMost) {
        Awaitility.await("the end of the stream").atMost(atMost).until(end::isDone);
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException alreadyGone) {
            // closed is closed
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String id = "";
            String name = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(id, name, data));
                    }
                    data = "";
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data += line.substring(6);
                }
            }
        } catch (IOException closed) {
            // the test has closed it
        }
    }
}
