package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.UUID;
import org.lethe.settings.LetheSettings;

/**
 * What owners hold and may hold. Asked of the rows each time: the sums of an owner's albums, and the uploads that are
 * under way. Every method works in the caller's transaction.
 */
@Dependent
class Usages {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    private final long defaultQuota;

    @Inject
    Usages(LetheSettings settings) {
        this.defaultQuota = settings.upload().quota();
    }

    /** For the container. */
    Usages() {
        this.defaultQuota = 0;
    }

    Usage of(UUID owner) {
        Tuple row = (Tuple) entities.createNativeQuery(
                        "select sum(a.photos), sum(a.bytes), (select sum(p.bytes) from photo p where p.owner_id = :owner"
                                + " and p.state = 'UPLOADING'), (select quota_bytes from account where id = :owner)"
                                + " from album a where a.owner_id = :owner and a.deletion_id is null",
                        Tuple.class)
                .setParameter("owner", owner)
                .getSingleResult();
        return new Usage(number(row, 0, 0), number(row, 1, 0), number(row, 2, 0), number(row, 3, defaultQuota));
    }

    /**
     * As {@link #of}, and nobody else comes to a decision about this owner until the transaction ends. The lock is a
     * statement of its own: what was committed while it was waited for is seen only by the next one.
     */
    Usage lock(UUID owner) {
        entities.createNativeQuery("select 1 from account where id = :owner for no key update")
                .setParameter("owner", owner)
                .getResultList();
        return of(owner);
    }

    /** Bytes that were deleted or given up, while a storage may still have them. */
    long awaitingRemoval(UUID owner) {
        Tuple row = (Tuple) entities.createNativeQuery(
                        "select (select sum(p.bytes) from deletion d join photo p on p.deletion_id = d.id"
                                + " and p.state in ('DELETED', 'ABANDONED')"
                                + " where d.owner_id = :owner and d.state not in ('COMPLETED', 'RESTORED')),"
                                + " (select sum(a.bytes) from album a where a.owner_id = :owner"
                                + " and a.deletion_id is not null)",
                        Tuple.class)
                .setParameter("owner", owner)
                .getSingleResult();
        return number(row, 0, 0) + number(row, 1, 0);
    }

    private static long number(Tuple row, int column, long otherwise) {
        Number number = row.get(column, Number.class);
        return number == null ? otherwise : number.longValue();
    }
}
