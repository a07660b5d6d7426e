package org.lethe.it.crash;

import static java.util.stream.Collectors.groupingBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lethe.it.LetheClient;
import org.lethe.it.crash.Outcome.Kind;

/** Deletions of albums, asked for at the same time, each in a thread of its own; and what became of each request. */
final class Requests implements AutoCloseable {
    private final LetheClient owner;
    private final ExecutorService clients;
    private final List<CompletableFuture<Outcome>> running = new ArrayList<>();

    /** @param atOnce how many wait for an answer at the same time; more wait for their turn */
    Requests(LetheClient owner, int atOnce) {
        this.owner = owner;
        this.clients = Executors.newFixedThreadPool(atOnce);
    }

    void delete(Collection<UUID> albums) {
        albums.forEach(album -> running.add(CompletableFuture.supplyAsync(() -> delete(album), clients)));
    }

    private Outcome delete(UUID album) {
        try {
            return Outcome.of(album, owner.delete("api/albums/" + album));
        } catch (UncheckedIOException noAnswer) {
            return Outcome.withoutAnswer(album, noAnswer);
        }
    }

    /** How many have been refused by now, or have an unknown outcome. */
    long failed() {
        return running.stream()
                .filter(request -> request.isDone() && !request.join().is(Kind.ACCEPTED))
                .count();
    }

    /** Waits until every request has an answer or never will have one. */
    Map<Kind, List<Outcome>> outcomes() {
        Map<Kind, List<Outcome>> outcomes = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            outcomes.put(kind, List.of());
        }
        outcomes.putAll(running.stream().map(CompletableFuture::join).collect(groupingBy(Outcome::kind)));
        return outcomes;
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
