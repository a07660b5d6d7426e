package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.errorpolicy.ErrorKind;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.StorageId;

/** What was tried and failed. No exception travels with a dead letter, so this is where its cause is found. */
@Dependent
public class RemovalAttempts {

    private static final int MAX_ERROR = 2000;
    private static final String COLUMNS =
            "started_at, took_ms, node, counted, generation, cause, error, kind, held_until";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    private final String node;

    @Inject
    RemovalAttempts(LetheSettings settings) {
        this.node = settings.node().name();
    }

    /** Keeps an attempt, whatever becomes of the transaction that it was made in. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void add(RemovalMessage message, FailedAttempt attempt) {
        insert(message, attempt, true, null);
    }

    /** Keeps an attempt together with the transaction that settles what becomes of the removal. */
    void addWith(RemoveFilesMessage message, FailedAttempt attempt) {
        insert(message, attempt, true, null);
    }

    /** Keeps together with the transaction that does it that a removal waits for a date; that uses up no attempt. */
    void addHeld(RemoveFilesMessage message, FailedAttempt attempt, Instant until) {
        insert(message, attempt, false, until);
    }

    /** Keeps that a file failed as one of a chunk, together with the transaction that makes it go on alone. */
    void addInChunk(RemoveFilesMessage alone, FailedAttempt attempt) {
        insert(alone, attempt, false, null);
    }

    /** How many attempts of a message's round were used up. */
    long counted(RemoveFilesMessage message) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from removal_attempt where deletion_id = :deletion"
                                        + " and removal_id = :removal and generation = :generation and counted",
                                Long.class)
                        .setParameter("deletion", message.deletionId())
                        .setParameter("removal", message.removalId())
                        .setParameter("generation", message.generation())
                        .getSingleResult())
                .longValue();
    }

    /** What the last attempt of a message's removal, or of a page of planning, said. */
    public Optional<AttemptError> last(RemovalMessage message) {
        List<RemovalAttempt> attempts = message instanceof RemoveFilesMessage files
                ? of(message.deletionId(), files.removalId())
                : ofPlanning(message.deletionId());
        return attempts.stream()
                .map(attempt -> new AttemptError(attempt.cause(), attempt.error(), attempt.kind()))
                .findFirst();
    }

    /** The attempts of one removal, and those of the one that it was a part of, while it was; the newest first. */
    public List<RemovalAttempt> of(FileRemoval removal) {
        List<RemovalAttempt> attempts = new ArrayList<>(of(removal.deletionId(), removal.id()));
        if (removal.separatedFrom() != null) {
            of(removal.deletionId(), removal.separatedFrom()).stream()
                    .filter(attempt -> attempt.generation() <= removal.separatedIn())
                    .forEach(attempts::add);
        }
        return attempts;
    }

    /** The attempts to plan a deletion; the newest first. */
    public List<RemovalAttempt> ofPlanning(UUID deletion) {
        return attempts(entities.createNativeQuery(
                        "select " + COLUMNS
                                + " from removal_attempt where deletion_id = :deletion and removal_id is null"
                                + " order by id desc",
                        Tuple.class)
                .setParameter("deletion", deletion));
    }

    private List<RemovalAttempt> of(UUID deletion, long removal) {
        return attempts(entities.createNativeQuery(
                        "select " + COLUMNS + " from removal_attempt where deletion_id = :deletion"
                                + " and removal_id = :removal order by id desc",
                        Tuple.class)
                .setParameter("deletion", deletion)
                .setParameter("removal", removal));
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<RemovalAttempt> attempts(Query query) {
        return ((List<Tuple>) query.getResultList())
                .stream().map(RemovalAttempts::attempt).toList();
    }

    private void insert(RemovalMessage message, FailedAttempt attempt, boolean counted, Instant heldUntil) {
        AttemptError error = attempt.error();
        Optional<RemoveFilesMessage> files =
                message instanceof RemoveFilesMessage remove ? Optional.of(remove) : Optional.empty();
        entities.createNativeQuery("insert into removal_attempt (deletion_id, storage, removal_id, generation,"
                        + " counted, node, started_at, took_ms, cause, error, kind, held_until)"
                        + " values (:deletion, :storage, cast(:removal as bigint),"
                        + " :generation, :counted, :node, :startedAt, :tookMs, :cause, :error, :kind,"
                        + " cast(:heldUntil as timestamptz))")
                .setParameter("deletion", message.deletionId())
                .setParameter(
                        "storage",
                        files.map(RemoveFilesMessage::storage)
                                .map(StorageId::wireName)
                                .orElse(null))
                .setParameter(
                        "removal", files.map(RemoveFilesMessage::removalId).orElse(null))
                .setParameter(
                        "generation", files.map(RemoveFilesMessage::generation).orElse(0))
                .setParameter("counted", counted)
                .setParameter("node", node)
                .setParameter("startedAt", attempt.startedAt())
                .setParameter("tookMs", attempt.took().toMillis())
                .setParameter("cause", error.cause())
                .setParameter("error", abbreviated(error.detail()))
                .setParameter("kind", error.kind().name())
                .setParameter("heldUntil", heldUntil)
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
                row.get(6, String.class),
                Optional.ofNullable(row.get(7, String.class))
                        .map(ErrorKind::valueOf)
                        .orElse(ErrorKind.TRANSIENT),
                row.get(8, Instant.class));
    }
}
