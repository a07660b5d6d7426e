package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.FileFailure;
import org.lethe.storage.StorageId;

/** What was tried and failed. No exception travels with a dead letter, so this is where its cause is found. */
@Dependent
public class RemovalAttempts {

    private static final int MAX_ERROR = 2000;

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    private final String node;

    @Inject
    RemovalAttempts(LetheSettings settings) {
        this.node = settings.node().name();
    }

    /** Keeps an attempt, whatever becomes of the transaction that it was made in. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void add(RemovalMessage message, Instant startedAt, Duration took, AttemptError error) {
        insert(message, new Timing(startedAt, took), true, error);
    }

    /** Keeps that a file failed as one of a chunk, together with the chunk's transaction. */
    void addInChunk(RemoveFilesMessage alone, FileFailure failure) {
        Timing now = new Timing(Instant.now(), Duration.ZERO);
        insert(alone, now, false, new AttemptError(failure.cause(), failure.detail()));
    }

    /** What the last attempt of a message's files, or of a page of planning, said. */
    public Optional<AttemptError> last(RemovalMessage message) {
        Long removal =
                message instanceof RemoveFilesMessage files ? files.removalIds().get(0) : null;
        return of(message.deletionId(), removal).stream()
                .map(attempt -> new AttemptError(attempt.cause(), attempt.error()))
                .findFirst();
    }

    /**
     * The attempts of one removal, or with null those of planning; the newest first.
     */
    @SuppressWarnings("unchecked") // a native query has no typed result
    public List<RemovalAttempt> of(UUID deletion, Long removal) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select started_at, took_ms, node, counted, generation, cause, error from removal_attempt"
                                + " where deletion_id = :deletion and case when cast(:removal as bigint) is null"
                                + " then storage is null else cast(:removal as bigint) = any(removal_ids) end"
                                + " order by id desc",
                        Tuple.class)
                .setParameter("deletion", deletion)
                .setParameter("removal", removal)
                .getResultList();
        return rows.stream().map(RemovalAttempts::attempt).toList();
    }

    private record Timing(Instant startedAt, Duration took) {}

    private void insert(RemovalMessage message, Timing timing, boolean counted, AttemptError error) {
        Optional<RemoveFilesMessage> files =
                message instanceof RemoveFilesMessage remove ? Optional.of(remove) : Optional.empty();
        entities.createNativeQuery("insert into removal_attempt (deletion_id, storage, removal_ids, generation,"
                        + " counted, node, started_at, took_ms, cause, error) values (:deletion, :storage, :ids,"
                        + " :generation, :counted, :node, :startedAt, :tookMs, :cause, :error)")
                .setParameter("deletion", message.deletionId())
                .setParameter(
                        "storage",
                        files.map(RemoveFilesMessage::storage)
                                .map(StorageId::wireName)
                                .orElse(null))
                .setParameter(
                        "ids",
                        files.map(m -> m.removalIds().toArray(Long[]::new)).orElse(new Long[0]))
                .setParameter(
                        "generation", files.map(RemoveFilesMessage::generation).orElse(0))
                .setParameter("counted", counted)
                .setParameter("node", node)
                .setParameter("startedAt", timing.startedAt())
                .setParameter("tookMs", timing.took().toMillis())
                .setParameter("cause", error.cause())
                .setParameter("error", abbreviated(error.detail()))
                .executeUpdate();
    }

    private static String abbreviated(String text) {
        return text.length() <= MAX_ERROR ? text : text.substring(0, MAX_ERROR - 1) + "…";
    }

    private static RemovalAttempt attempt(Tuple row) {
        return new RemovalAttempt(
                row.get(0, Instant.class),
                Duration.ofMillis(row.get(1, Number.class).longValue()),
                row.get(2, String.class),
                row.get(3, Boolean.class),
                row.get(4, Integer.class),
                row.get(5, String.class),
                row.get(6, String.class));
    }
}
