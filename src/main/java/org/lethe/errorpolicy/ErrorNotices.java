package org.lethe.errorpolicy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The rows that say of which failures administrators were told, and when. */
@Dependent
public class ErrorNotices {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    private final Event<ErrorNoticed> noticed;

    @Inject
    ErrorNotices(Event<ErrorNoticed> noticed) {
        this.noticed = noticed;
    }

    /** Fires the event, unless it was fired for the same policy and class within the last hour. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void tellOnce(ErrorNoticed notice) {
        FailureClass what = notice.what();
        boolean isFirst = entities.createNativeQuery("insert into error_notice as n"
                                + " (policy_id, cause, kind, storage, queue) values (:policy, :cause, :kind, :storage, :queue)"
                                + " on conflict (policy_id, cause, kind, storage, queue) do update set told_at = now()"
                                + " where n.told_at < now() - interval '1 hour'")
                        .setParameter("policy", notice.policyId())
                        .setParameter("cause", what.cause())
                        .setParameter("kind", what.kind().name())
                        .setParameter("storage", what.storage() == null ? "" : what.storage())
                        .setParameter("queue", what.queue())
                        .executeUpdate()
                == 1;
        if (isFirst) {
            noticed.fire(notice);
        }
    }
}
