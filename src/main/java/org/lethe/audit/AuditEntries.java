package org.lethe.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lethe.page.PageRequest;

/** The rows of the audit, which are only ever added to. Every method works in the caller's transaction. */
@Dependent
class AuditEntries {

    private static final String COLUMNS = "l.seq, l.hash, e.id, e.at, e.actor, e.action, e.subject_type, e.subject,"
            + " e.address, e.request_id, e.details";

    private static final String CHAINED = " from audit_link l join audit_entry e on e.id = l.entry";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    void add(Origin origin, AuditAction action, String subject, String details) {
        entities.createNativeQuery("insert into audit_entry"
                        + " (id, actor, action, subject_type, subject, address, request_id, details)"
                        + " values (:id, :actor, :action, :type, :subject, :address, :request, :details)")
                .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                .setParameter("actor", origin.actor())
                .setParameter("action", action.name())
                .setParameter("type", action.subjectType())
                .setParameter("subject", subject)
                .setParameter("address", origin.address().orElse(null))
                .setParameter("request", origin.requestId().orElse(null))
                .setParameter("details", details)
                .executeUpdate();
    }

    /** Links what this transaction has added into the chain, which nobody else can do until it ends. */
    void chain() {
        entities.createNativeQuery("set constraints audit_entry_chained immediate")
                .executeUpdate();
    }

    /** The newest first. */
    List<ChainedEntry> page(AuditFilter filter, PageRequest page) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + CHAINED + " where (e.at, e.id) < (:at, :id)");
        filter.conditions().values().forEach(condition -> sql.append(" and ").append(condition.sql()));
        Query query = entities.createNativeQuery(
                        sql.append(" order by e.at desc, e.id desc").toString(), Tuple.class)
                .setParameter("at", page.after().createdAt())
                .setParameter("id", page.after().id());
        filter.conditions().forEach((name, condition) -> query.setParameter(name, condition.value()));
        return read(query.setMaxResults(page.rowsToRead()));
    }

    /** In the order of the chain: those after the number {@code seq}, up to {@code last}, at most {@code most}. */
    List<ChainedEntry> after(long seq, long last, int most) {
        return read(entities.createNativeQuery(
                        "select " + COLUMNS + CHAINED + " where l.seq > :seq and l.seq <= :last order by l.seq",
                        Tuple.class)
                .setParameter("seq", seq)
                .setParameter("last", last)
                .setMaxResults(most));
    }

    ChainHead head() {
        Tuple row = (Tuple) entities.createNativeQuery("select seq, hash from audit_head", Tuple.class)
                .getSingleResult();
        return new ChainHead(row.get(0, Long.class), row.get(1, String.class));
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<ChainedEntry> read(Query query) {
        return ((List<Tuple>) query.getResultList())
                .stream().map(AuditEntries::chained).toList();
    }

    private static ChainedEntry chained(Tuple row) {
        AuditEntry entry = new AuditEntry(
                row.get(2, UUID.class),
                row.get(3, Instant.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, String.class),
                row.get(8, String.class),
                row.get(9, String.class),
                row.get(10, String.class));
        return new ChainedEntry(row.get(0, Long.class), row.get(1, String.class), entry);
    }
}
