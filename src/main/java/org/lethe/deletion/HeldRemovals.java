package org.lethe.deletion;

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
import org.lethe.storage.StorageId;

/** The rows of removals that wait for a date. Every method works in the caller's transaction. */
@Dependent
class HeldRemovals {

    private static final int MOST_SUMS = 100;

    private static final String HELD = " state = 'WAITING' and held_until > now()";
    private static final String WANTED = HELD + " and (cast(:storage as text) is null or storage = :storage)"
            + " and (cast(:ids as bigint[]) is null or id = any(cast(:ids as bigint[])))";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** Those that were held last come first. */
    List<HeldRemoval> page(Optional<StorageId> storage, Optional<UUID> deletion, PageRequest page) {
        return rows(entities.createNativeQuery(
                                "select id, deletion_id, storage, files, held_until, held_because, held_since"
                                        + " from file_removal where" + HELD
                                        + " and (cast(:storage as text) is null or storage = :storage)"
                                        + " and (cast(:deletion as uuid) is null or deletion_id = cast(:deletion as uuid))"
                                        + " and (held_since < :at or held_since = :at and id < :id)"
                                        + " order by held_since desc, id desc",
                                Tuple.class)
                        .setParameter(
                                "storage", storage.map(StorageId::wireName).orElse(null))
                        .setParameter("deletion", deletion.orElse(null))
                        .setParameter("at", page.after().createdAt())
                        .setParameter("id", idOf(page))
                        .setMaxResults(page.rowsToRead()))
                .stream()
                .map(row -> new HeldRemoval(
                        row.get(0, Long.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, Integer.class),
                        row.get(4, Instant.class),
                        row.get(5, String.class),
                        row.get(6, Instant.class)))
                .toList();
    }

    HeldSummary summary() {
        return new HeldSummary(sums(), onStorages());
    }

    private List<HeldSummary.Held> sums() {
        return rows(entities.createNativeQuery(
                                "select storage, held_because, held_until, count(*), sum(files) from file_removal where"
                                        + HELD + " group by 1, 2, 3 order by 3, 1, 2 limit :most",
                                Tuple.class)
                        .setParameter("most", MOST_SUMS))
                .stream()
                .map(row -> new HeldSummary.Held(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, Instant.class),
                        row.get(3, Number.class).longValue(),
                        row.get(4, Number.class).longValue()))
                .toList();
    }

    private List<HeldSummary.OnStorage> onStorages() {
        return rows(entities.createNativeQuery(
                        "select storage, count(*), sum(files) from file_removal where" + HELD
                                + " group by 1 order by 1",
                        Tuple.class))
                .stream()
                .map(row -> new HeldSummary.OnStorage(
                        row.get(0, String.class),
                        row.get(1, Number.class).longValue(),
                        row.get(2, Number.class).longValue()))
                .toList();
    }

    /**
     * Lets up to {@code most} of them go at once: they wait for a message of the next generation.
     *
     * @return the messages for them
     */
    List<RemoveFilesMessage> release(HeldToRelease wanted, int most) {
        return rows(wanted(
                                wanted,
                                "update file_removal set generation = generation + 1, pushed_at = now(), held_until = null,"
                                        + " held_because = null where id in (select id from file_removal where" + WANTED
                                        + " order by held_until, id limit :most for update skip locked)"
                                        + " returning deletion_id, storage, generation, id")
                        .setParameter("most", most))
                .stream()
                .map(row -> new RemoveFilesMessage(
                        row.get(0, UUID.class),
                        StorageId.of(row.get(1, String.class)),
                        row.get(2, Integer.class),
                        row.get(3, Long.class)))
                .toList();
    }

    /** How many are held. */
    long count(HeldToRelease wanted) {
        return rows(wanted(wanted, "select count(*) from file_removal where" + WANTED))
                .get(0)
                .get(0, Number.class)
                .longValue();
    }

    private Query wanted(HeldToRelease wanted, String sql) {
        return entities.createNativeQuery(sql, Tuple.class)
                .setParameter(
                        "storage", wanted.storage().map(StorageId::wireName).orElse(null))
                .setParameter(
                        "ids", wanted.ids().isEmpty() ? null : wanted.ids().toArray(Long[]::new));
    }

    private static long idOf(PageRequest page) {
        return page.after().id().getLeastSignificantBits() & Long.MAX_VALUE;
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
