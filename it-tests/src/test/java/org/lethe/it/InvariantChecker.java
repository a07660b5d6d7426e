package org.lethe.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.lethe.launcher.Installation;

/**
 * Looks, when nothing is under way, whether the product kept its promises: at the rows, at the files of both storages
 * and at the broker, never through the product itself. Immutable; changes nothing.
 */
public final class InvariantChecker {
    private final Traces traces;
    private final Expectations expectations;

    private InvariantChecker(Traces traces, Expectations expectations) {
        this.traces = traces;
        this.expectations = expectations;
    }

    /** Checks an installation whose database and broker run; the server need not. */
    public static InvariantChecker of(Installation installation) {
        return over(Database.of(installation), installation);
    }

    /** As {@link #of}, with a connection of the caller's, who can so have uncommitted rows looked at. */
    static InvariantChecker over(Database database, Installation installation) {
        Traces traces = new Traces(
                database,
                new Broker(installation),
                List.of(
                        new StorageDirectory("main", installation.storage("main")),
                        new StorageDirectory("backup", installation.storage("backup"))));
        return new InvariantChecker(traces, Expectations.NONE);
    }

    /** Deletions to which the answer was 2xx. */
    public InvariantChecker acceptedDeletions(Collection<UUID> ids) {
        return new InvariantChecker(traces, expectations.withAccepted(List.copyOf(ids)));
    }

    /** Albums whose deletion was definitely refused, so that they are as they were. */
    public InvariantChecker liveAlbums(Collection<UUID> ids) {
        return new InvariantChecker(traces, expectations.withLive(List.copyOf(ids)));
    }

    /** An owner of whose photos nothing may have changed since. */
    public InvariantChecker unchanged(OwnerSnapshot snapshot) {
        List<OwnerSnapshot> all = Stream.concat(expectations.unchanged().stream(), Stream.of(snapshot))
                .toList();
        return new InvariantChecker(traces, expectations.withUnchanged(all));
    }

    /** How often the broker tries, until somebody sets a queue to another number. */
    public InvariantChecker maxAttempts(int attempts) {
        return new InvariantChecker(traces, expectations.withMaxAttempts(attempts));
    }

    /** How often a worker or the broker was killed: each may have cost every file one more attempt. */
    public InvariantChecker crashes(int crashes) {
        return new InvariantChecker(traces, expectations.withCrashes(crashes));
    }

    /** How old an upload may be that has not ended yet; one hour when nothing is said. */
    public InvariantChecker uploadLimit(Duration limit) {
        return new InvariantChecker(traces, expectations.withUploadLimit(limit));
    }

    /** Everything that does not hold. */
    public List<Violation> check() {
        return traces.database().inOneConnection(database -> check(traces.with(database)));
    }

    private List<Violation> check(Traces seen) {
        List<Violation> violations = new ArrayList<>();
        violations.addAll(new RowInvariants(seen.database(), expectations).check());
        violations.addAll(new FileInvariants(seen).check());
        violations.addAll(new BrokerInvariants(seen).check());
        expectations.unchanged().forEach(snapshot -> violations.addAll(snapshot.changes(seen)));
        return violations;
    }

    /**
     * Checks all of them.
     *
     * @throws AssertionError that lists everything that does not hold
     */
    public void assertHolds() {
        List<Violation> violations = check();
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.size() + " violations:\n  "
                    + String.join(
                            "\n  ", violations.stream().map(Violation::toString).toList()));
        }
    }

    /** Waits until nothing is under way any more: no row waits, no message, no prepared transaction. */
    public InvariantChecker awaitQuiet(Duration limit) {
        Awaitility.await("quiet")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions() // a server that is just starting refuses connections
                .until(this::unrest, List::isEmpty);
        return this;
    }

    /** As {@link #awaitQuiet(Duration)}, for up to a minute. */
    public InvariantChecker awaitQuiet() {
        return awaitQuiet(Duration.ofMinutes(1));
    }

    private List<String> unrest() {
        List<String> unrest = new ArrayList<>(
                traces.database().inOneConnection(database -> new RowInvariants(database, expectations).underWay()));
        unrest.addAll(new BrokerInvariants(traces).underWay());
        return unrest;
    }

    /** Where what the product did can be seen. */
    record Traces(Database database, Broker broker, List<StorageDirectory> storages) {
        Traces with(Database other) {
            return new Traces(other, broker, storages);
        }
    }
}
