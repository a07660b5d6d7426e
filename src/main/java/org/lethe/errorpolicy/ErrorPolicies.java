package org.lethe.errorpolicy;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.page.PageRequest;

/** The rows of people's policies and their versions. Every method works in the caller's transaction. */
@Dependent
class ErrorPolicies {

    private static final String COLUMNS = "v.policy_id, v.version, v.document, v.deleted, v.reason, v.author, v.at";
    private static final String PRESENT = "select " + COLUMNS
            + " from error_policy p join error_policy_version v on v.policy_id = p.id and v.version = p.version";

    /** The same match, null being the same as null. */
    private static final String SAME_MATCH = " p.cause is not distinct from cast(:cause as text)"
            + " and p.kind is not distinct from cast(:kind as text)"
            + " and p.storage is not distinct from cast(:storage as text)"
            + " and p.queue is not distinct from cast(:queue as text) and p.ends = :ends";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** Rises with every change. */
    long revision() {
        return ((Number) entities.createNativeQuery("select revision from error_policy_state", Long.class)
                        .getSingleResult())
                .longValue();
    }

    /** The next revision; nobody else changes any policy until the transaction ends. */
    long nextRevision() {
        return ((Number) entities.createNativeQuery(
                                "update error_policy_state set revision = revision + 1 returning revision", Long.class)
                        .getSingleResult())
                .longValue();
    }

    List<PolicyInForce> present() {
        return inForce(entities.createNativeQuery(PRESENT + " order by v.policy_id", Tuple.class));
    }

    Optional<PolicyInForce> find(UUID id) {
        return inForce(entities.createNativeQuery(PRESENT + " where p.id = :id", Tuple.class)
                        .setParameter("id", id))
                .stream()
                .findFirst();
    }

    /** The one that is about just the same failures, and ends or lasts just as this one. */
    Optional<PolicyInForce> alike(ErrorPolicy policy) {
        return inForce(matching(policy, entities.createNativeQuery(PRESENT + " where" + SAME_MATCH, Tuple.class)))
                .stream()
                .findFirst();
    }

    /** The newest first, also of one that was deleted; one more than the page needs, so that each has the one before it. */
    List<PolicyVersion> versions(UUID id, PageRequest page) {
        return versions(entities.createNativeQuery(
                        "select " + COLUMNS + " from error_policy_version v where v.policy_id = :id and v.at < :at"
                                + " order by v.version desc",
                        Tuple.class)
                .setParameter("id", id)
                .setParameter("at", page.after().createdAt())
                .setMaxResults(page.rowsToRead() + 1));
    }

    /** A first or a further version, which is the present one from now on. */
    void put(UUID id, int version, WantedPolicy wanted, String author) {
        addVersion(id, version, wanted, author, false);
        matching(
                        wanted.policy(),
                        entities.createNativeQuery("insert into error_policy as p"
                                + " (id, version, cause, kind, storage, queue, ends)"
                                + " values (:id, :version, cast(:cause as text), cast(:kind as text),"
                                + " cast(:storage as text), cast(:queue as text), :ends)"
                                + " on conflict (id) do update set version = excluded.version, cause = excluded.cause,"
                                + " kind = excluded.kind, storage = excluded.storage, queue = excluded.queue,"
                                + " ends = excluded.ends"))
                .setParameter("id", id)
                .setParameter("version", version)
                .executeUpdate();
    }

    /** The policy is no more; its versions stay, and one says who ended it, and why. */
    void delete(PolicyInForce present, String reason, String author) {
        addVersion(present.id(), present.version() + 1, new WantedPolicy(present.policy(), reason), author, true);
        entities.createNativeQuery("delete from error_policy where id = :id")
                .setParameter("id", present.id())
                .executeUpdate();
    }

    private void addVersion(UUID id, int version, WantedPolicy wanted, String author, boolean deleted) {
        entities.createNativeQuery("insert into error_policy_version"
                        + " (policy_id, version, document, deleted, reason, author)"
                        + " values (:id, :version, :document, :deleted, :reason, :author)")
                .setParameter("id", id)
                .setParameter("version", version)
                .setParameter("document", ErrorPolicyJson.of(wanted.policy()).toString())
                .setParameter("deleted", deleted)
                .setParameter("reason", wanted.reason())
                .setParameter("author", author)
                .executeUpdate();
    }

    private static Query matching(ErrorPolicy policy, Query query) {
        FailureMatch match = policy.match();
        return query.setParameter("cause", match.cause())
                .setParameter("kind", match.kind() == null ? null : match.kind().name())
                .setParameter("storage", match.storage())
                .setParameter("queue", match.queue())
                .setParameter("ends", policy.ends());
    }

    private static List<PolicyInForce> inForce(Query query) {
        return versions(query).stream()
                .map(version -> new PolicyInForce(
                        version.policyId(),
                        version.version(),
                        version.policy(),
                        version.reason(),
                        version.author(),
                        version.at()))
                .toList();
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<PolicyVersion> versions(Query query) {
        return ((List<Tuple>) query.getResultList())
                .stream()
                        .map(row -> new PolicyVersion(
                                row.get(0, UUID.class),
                                row.get(1, Integer.class),
                                ErrorPolicyJson.parse(row.get(2, String.class)),
                                row.get(3, Boolean.class),
                                row.get(4, String.class),
                                row.get(5, String.class),
                                row.get(6, Instant.class)))
                        .toList();
    }
}
