package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lethe.storage.FileKey;
import org.lethe.storage.StorageId;

/**
 * The rows of file removals, in sets wherever there are many. Every method works in the caller's transaction.
 */
@Dependent
public class FileRemovals {

    private static final String[] STORAGES =
            Stream.of(StorageId.values()).map(StorageId::wireName).toArray(String[]::new);

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** Writes a WAITING row for each file of these photos and each storage; answers the new ids. */
    Map<StorageId, List<Long>> add(UUID deletion, Collection<UUID> photos) {
        List<Tuple> added = rows(entities.createNativeQuery(
                        "insert into file_removal (deletion_id, photo_id, file_key, storage, state)"
                                + " select :deletion, f.photo_id, f.key, s.storage, 'WAITING'"
                                + " from photo_file f cross join unnest(:storages) as s(storage)"
                                + " where f.photo_id = any(:photos) order by s.storage, f.key returning id, storage",
                        Tuple.class)
                .setParameter("deletion", deletion)
                .setParameter("storages", STORAGES)
                .setParameter("photos", photos.toArray(UUID[]::new)));
        Map<StorageId, List<Long>> byStorage = new EnumMap<>(StorageId.class);
        for (Tuple row : added) {
            byStorage
                    .computeIfAbsent(StorageId.of(row.get(1, String.class)), storage -> new ArrayList<>())
                    .add(row.get(0, Long.class));
        }
        return byStorage;
    }

    /** The rows that a message names, in any state. */
    List<DueRemoval> named(RemoveFilesMessage message) {
        return rows(entities.createNativeQuery(
                                "select id, file_key, state, generation from file_removal"
                                        + " where id = any(:ids) and deletion_id = :deletion and storage = :storage",
                                Tuple.class)
                        .setParameter("ids", ids(message.removalIds()))
                        .setParameter("deletion", message.deletionId())
                        .setParameter("storage", message.storage().wireName()))
                .stream()
                .map(FileRemovals::due)
                .toList();
    }

    /**
     * WAITING to GONE, in one statement. That the state is asked for in a way that no index knows keeps PostgreSQL on the
     * primary key: with fresh statistics it would walk the index of all that waits, once for each chunk.
     */
    void gone(Collection<Long> ids) {
        entities.createNativeQuery("update file_removal set state = 'GONE', settled_at = now()"
                        + " where id = any(:ids) and (state = 'WAITING') is true")
                .setParameter("ids", ids(ids))
                .executeUpdate();
    }

    /**
     * WAITING to FAILED, for those of a message that still wait for it.
     *
     * @return their ids
     */
    @SuppressWarnings("unchecked") // a native query has no typed result
    public List<Long> failed(RemoveFilesMessage message) {
        return entities.createNativeQuery(
                        "update file_removal set state = 'FAILED', settled_at = now()"
                                + " where id = any(:ids) and deletion_id = :deletion"
                                + " and generation = :generation and (state = 'WAITING') is true returning id",
                        Long.class)
                .setParameter("ids", ids(message.removalIds()))
                .setParameter("deletion", message.deletionId())
                .setParameter("generation", message.generation())
                .getResultList();
    }

    /** Whether any of the rows that a message names exist at all. */
    public boolean anyExists(RemoveFilesMessage message) {
        return !named(message).isEmpty();
    }

    /** One removal. */
    public Optional<FileRemoval> find(long id) {
        return Optional.ofNullable(entities.find(FileRemoval.class, id));
    }

    Optional<FileRemoval> lock(long id) {
        return Optional.ofNullable(entities.find(FileRemoval.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Whether anything of a deletion still waits. */
    boolean anyWaiting(UUID deletion) {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select 1 from file_removal where deletion_id = :deletion and state = 'WAITING')",
                        Boolean.class)
                .setParameter("deletion", deletion)
                .getSingleResult();
    }

    /** Whether anything of a deletion is neither waiting nor gone. */
    boolean anyFailed(UUID deletion) {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select 1 from file_removal where deletion_id = :deletion"
                                + " and state in ('FAILED', 'WAIVED'))",
                        Boolean.class)
                .setParameter("deletion", deletion)
                .getSingleResult();
    }

    /**
     * Takes up to {@code most} rows of one storage that have waited longer than {@code seconds} for a message, locks
     * them and makes them of the next generation. Rows that another node holds are left out.
     */
    List<RemoveFilesMessage> pushAgain(StorageId storage, long seconds, int most) {
        List<Tuple> pushed = rows(entities.createNativeQuery(
                        "update file_removal set generation = generation + 1, pushed_at = now() where id in ("
                                + " select r.id from deletion d join file_removal r on r.deletion_id = d.id"
                                + " where d.state in ('PLANNING', 'REMOVING') and r.state = 'WAITING'"
                                + " and r.storage = :storage and r.pushed_at < now() - make_interval(secs => :seconds)"
                                + " order by r.id limit :most for update of r skip locked)"
                                + " returning deletion_id, generation, id",
                        Tuple.class)
                .setParameter("storage", storage.wireName())
                .setParameter("seconds", seconds)
                .setParameter("most", most));
        return Repush.messages(storage, pushed);
    }

    /**
     * Makes one row of a chunk the next generation.
     *
     * @return the message for it, or none when it does not wait for this chunk any more
     */
    List<RemoveFilesMessage> isolate(long id, RemoveFilesMessage chunk) {
        return Repush.messages(
                chunk.storage(),
                rows(entities.createNativeQuery(
                                "update file_removal set generation = generation + 1, pushed_at = now() where id = :id"
                                        + " and generation = :generation and state = 'WAITING'"
                                        + " returning deletion_id, generation, id",
                                Tuple.class)
                        .setParameter("id", id)
                        .setParameter("generation", chunk.generation())));
    }

    private static DueRemoval due(Tuple row) {
        return new DueRemoval(
                row.get(0, Long.class),
                new FileKey(row.get(1, UUID.class)),
                RemovalState.valueOf(row.get(2, String.class)),
                row.get(3, Integer.class));
    }

    private static Long[] ids(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
