package org.lethe.breaker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.StorageId;

/**
 * What this node knows of the breakers, a second old at most, and what it meets itself. Needs neither the database nor the
 * broker. Safe for use by many threads.
 */
@ApplicationScoped
public class LiveBreakers {

    /** Who waits has taken its message: an outage that is shorter costs nothing at all, and nothing goes round faster. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of the transaction in which a listener waits, after it has perhaps waited for a session. */
    private static final int PART_FOR_WAITING = 6;

    private final Map<StorageId, NodeBreaker> breakers = Arrays.stream(StorageId.values())
            .collect(Collectors.collectingAndThen(
                    Collectors.toMap(
                            Function.identity(),
                            storage -> new NodeBreaker(InstantSource.system()),
                            (one, other) -> one,
                            () -> new EnumMap<>(StorageId.class)),
                    Collections::unmodifiableMap));

    private LetheSettings settings;

    @Inject
    LiveBreakers(LetheSettings settings) {
        this.settings = settings;
    }

    /** For the container's proxy. */
    LiveBreakers() {}

    /**
     * Does work on a storage unless that is left alone, which is waited for, but for 5 seconds at most. It never throws for
     * itself.
     *
     * @return whether it was begun; if not, nothing was tried
     */
    public boolean pass(StorageId storage, Runnable work) {
        Duration part = settings.transaction().timeout().dividedBy(PART_FOR_WAITING);
        return of(storage).pass(part.compareTo(PATIENCE) < 0 ? part : PATIENCE, work);
    }

    /**
     * Asks something of a storage, and remembers whether it answered.
     *
     * @throws org.lethe.storage.StorageUnavailableException as the question does
     */
    public <T> T watch(StorageId storage, Supplier<T> question) {
        return of(storage).watch(question);
    }

    /** Whether a storage is worked on, as far as this node knows. */
    public BreakerState state(StorageId storage) {
        return of(storage).state();
    }

    Optional<Signal> signal(StorageId storage) {
        return of(storage).signal();
    }

    /** From now on this. */
    void follow(Breaker stored, BreakerLimits limits) {
        of(stored.storage()).follow(stored, limits);
    }

    private NodeBreaker of(StorageId storage) {
        return breakers.get(storage);
    }
}
