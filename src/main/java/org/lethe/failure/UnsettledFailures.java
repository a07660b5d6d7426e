package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The failures that somebody must still handle, or whose new attempts have not come to an end. */
@Dependent
public class UnsettledFailures {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /**
     * Whether there is any of a group, in the caller's transaction.
     *
     * @param storage null for those that are not about one
     */
    public boolean areAnyOf(FailureKind kind, String storage, String cause) {
        return !entities.createNativeQuery(
                        "select 1 from failure f where f.group_id = failure_group(:kind, :storage, :cause)"
                                + " and (f.state in ('OPEN', 'ASSIGNED') or f.state = 'RETRIED' and ("
                                + " exists (select 1 from file_removal r where r.id = f.removal_id and r.state in ('WAITING', 'FAILED'))"
                                + " or f.kind = 'PLAN' and exists (select 1 from deletion d where d.id = f.deletion_id"
                                + " and d.state in ('REQUESTED', 'PLANNING')))) limit 1")
                .setParameter("kind", kind.name())
                .setParameter("cause", cause)
                .setParameter("storage", storage == null ? "" : storage)
                .getResultList()
                .isEmpty();
    }
}
