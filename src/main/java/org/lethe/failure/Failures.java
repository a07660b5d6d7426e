package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.deletion.AttemptError;
import org.lethe.errorpolicy.CauseText;

/** The rows of failures. Every method works in the caller's transaction. */
@Dependent
public class Failures {

    private static final String FAILED_AGAIN = " do update set state = excluded.state, times = failure.times + 1,"
            + " last_at = now(), cause = excluded.cause, error = excluded.error, queue = excluded.queue,"
            + " error_kind = excluded.error_kind, files = excluded.files, assignee = null, due_at = null,"
            + " version = failure.version + 1";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** Opens the failure of a removal, or opens it again. */
    List<UUID> openRemoval(long removal, String queue, AttemptError why) {
        return removalFailed(removal, FailureState.OPEN, queue, why);
    }

    /** Opens it, and ignores it at once: a policy leaves the removal as it is. */
    List<UUID> ignoreRemoval(long removal, String queue, AttemptError why) {
        return removalFailed(removal, FailureState.IGNORED, queue, why);
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private List<UUID> removalFailed(long removal, FailureState state, String queue, AttemptError why) {
        return entities.createNativeQuery(
                        "insert into failure"
                                + " (id, kind, state, removal_id, deletion_id, owner_id, storage, files, queue, cause, error,"
                                + " error_kind)"
                                + " select gen_random_uuid(), 'REMOVAL', :state, r.id, r.deletion_id, d.owner_id, r.storage, r.files,"
                                + " :queue, :cause, :error, :errorKind from file_removal r join deletion d on d.id = r.deletion_id"
                                + " where r.id = :removal on conflict (removal_id)" + FAILED_AGAIN
                                + " returning id",
                        UUID.class)
                .setParameter("state", state.name())
                .setParameter("queue", queue)
                .setParameter("cause", CauseText.normalised(why.cause()))
                .setParameter("error", why.detail())
                .setParameter("errorKind", why.kind().name())
                .setParameter("removal", removal)
                .getResultList();
    }

    /** Opens the failure of a deletion's planning, or opens it again. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<UUID> openPlanning(UUID deletion, String queue, AttemptError why) {
        return entities.createNativeQuery(
                        "insert into failure"
                                + " (id, kind, state, deletion_id, owner_id, queue, cause, error, error_kind)"
                                + " select gen_random_uuid(), 'PLAN', 'OPEN', d.id, d.owner_id, :queue, :cause, :error, :errorKind"
                                + " from deletion d where d.id = :deletion"
                                + " on conflict (deletion_id) where kind = 'PLAN'" + FAILED_AGAIN + " returning id",
                        UUID.class)
                .setParameter("queue", queue)
                .setParameter("cause", CauseText.normalised(why.cause()))
                .setParameter("error", why.detail())
                .setParameter("errorKind", why.kind().name())
                .setParameter("deletion", deletion)
                .getResultList();
    }

    /** A failure that is about a message itself. */
    void addMessage(UUID id, FailureState state, String queue, AttemptError why, String message) {
        entities.createNativeQuery("insert into failure (id, kind, state, queue, cause, error, message)"
                        + " values (:id, 'MESSAGE', :state, :queue, :cause, :error, :message)")
                .setParameter("id", id)
                .setParameter("state", state.name())
                .setParameter("queue", queue)
                .setParameter("cause", CauseText.normalised(why.cause()))
                .setParameter("error", why.detail())
                .setParameter("message", message.replace("\u0000", "\uFFFD"))
                .executeUpdate();
    }

    Optional<Failure> find(UUID id) {
        return Optional.ofNullable(entities.find(Failure.class, id));
    }

    /** As it stands now; nobody else changes it until the transaction ends. */
    Optional<Failure> lock(UUID id) {
        Optional<Failure> failure = find(id);
        failure.ifPresent(seen -> entities.refresh(seen, LockModeType.PESSIMISTIC_WRITE));
        return failure;
    }

    /** Keeps others from them until the transaction ends. */
    void lock(Collection<UUID> ids) {
        entities.createNativeQuery(
                        "select f.id from failure f where f.id = any(:ids) order by f.id for update", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** Those that match, in this order, from the one after a place on. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<Failure> page(FailureFilter filter, FailureSort sort, Optional<FailurePlace> after, int rows) {
        FailureConditions conditions = FailureConditions.of(filter);
        Query query = conditions
                .set(entities.createNativeQuery(
                        "select f.* from failure f where " + conditions.sql()
                                + (after.isPresent() ? " and " + sort.after() : "") + sort.order() + " limit :rows",
                        Failure.class))
                .setParameter("rows", rows);
        after.ifPresent(place -> query.setParameter("key", place.key()).setParameter("id", place.id()));
        return query.getResultList();
    }
}
