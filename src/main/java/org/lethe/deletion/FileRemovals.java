package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lethe.page.Cursor;
import org.lethe.storage.FileKey;
import org.lethe.storage.StorageId;

/** The rows of file removals. Every method works in the caller's transaction. */
@Dependent
public class FileRemovals {

    private static final String[] STORAGES =
            Stream.of(StorageId.values()).map(StorageId::wireName).toArray(String[]::new);

    /** The row that a message is about, while it waits for that very message. */
    private static final String AWAITS_MESSAGE = " where id = :id and deletion_id = :deletion and storage = :storage"
            + " and generation = :generation and state = 'WAITING'";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /**
     * Writes WAITING rows for the files of the photos of a deletion after one place and up to another, for each storage
     * the same chunks of at most {@code chunkSize} files. Files whose keys were made in a row lie in one directory, so
     * they go into one chunk.
     */
    List<PlannedChunk> add(UUID deletion, Cursor after, Cursor upTo, int chunkSize) {
        return rows(entities.createNativeQuery(
                                "with file as (select f.key, (row_number() over (order by f.key) - 1) / :chunkSize as chunk"
                                        + " from photo p join photo_file f on f.photo_id = p.id"
                                        + " where p.deletion_id = :deletion and p.state in ('DELETED', 'ABANDONED')"
                                        + " and (p.created_at, p.id) > (:afterCreated, :afterId)"
                                        + " and (p.created_at, p.id) <= (:upToCreated, :upToId))"
                                        + " insert into file_removal (deletion_id, storage, file_keys, state)"
                                        + " select :deletion, s.storage, c.keys, 'WAITING' from"
                                        + " (select chunk, array_agg(key order by key) as keys from file group by chunk) c"
                                        + " cross join unnest(:storages) as s(storage) order by s.storage, c.chunk"
                                        + " returning id, storage, files",
                                Tuple.class)
                        .setParameter("chunkSize", chunkSize)
                        .setParameter("afterCreated", after.createdAt())
                        .setParameter("afterId", after.id())
                        .setParameter("upToCreated", upTo.createdAt())
                        .setParameter("upToId", upTo.id())
                        .setParameter("deletion", deletion)
                        .setParameter("storages", STORAGES))
                .stream()
                .map(row -> new PlannedChunk(
                        row.get(0, Long.class), StorageId.of(row.get(1, String.class)), row.get(2, Integer.class)))
                .toList();
    }

    /**
     * The files that are due by a message: those of its row, if that waits for this very message.
     *
     * @return empty when there is no such row; without files when nothing is due any more
     */
    Optional<List<FileKey>> due(RemoveFilesMessage message) {
        return texts(about(
                        message,
                        "select case when generation = :generation and state = 'WAITING'"
                                + " and (held_until is null or held_until <= now())"
                                + " then array_to_string(file_keys, ' ') else '' end from file_removal"
                                + " where id = :id and deletion_id = :deletion and storage = :storage"))
                .stream()
                .map(FileRemovals::keys)
                .findFirst();
    }

    /** Its message was put back onto the queue, as new. */
    void parked(RemoveFilesMessage message) {
        about(message, "update file_removal set pushed_at = now()" + AWAITS_MESSAGE)
                .executeUpdate();
    }

    /**
     * WAITING to GONE.
     *
     * @return whether it still waited for this message
     */
    boolean gone(RemoveFilesMessage message) {
        return about(message, "update file_removal set state = 'GONE', settled_at = now()" + AWAITS_MESSAGE)
                        .executeUpdate()
                == 1;
    }

    /**
     * Has a removal wait for a date.
     *
     * @return the message for then; empty when it did not wait for this message any more
     */
    Optional<RemoveFilesMessage> held(RemoveFilesMessage message, Instant until, String because) {
        boolean held = about(
                                message,
                                "update file_removal set generation = generation + 1, pushed_at = :until,"
                                        + " held_until = :until, held_because = :because, held_since = now()"
                                        + AWAITS_MESSAGE)
                        .setParameter("until", until)
                        .setParameter("because", because)
                        .executeUpdate()
                == 1;
        return held
                ? Optional.of(new RemoveFilesMessage(
                        message.deletionId(), message.storage(), message.generation() + 1, message.removalId()))
                : Optional.empty();
    }

    /**
     * How long the removal of a message that came too early still waits for its date, by the database's clock, which also
     * says what is due: by another one the message might come again and again at once. Empty when it does not wait.
     */
    @SuppressWarnings("unchecked") // a native query has no typed result
    Optional<Duration> heldFor(RemoveFilesMessage message) {
        return ((List<Long>) about(
                                message,
                                Long.class,
                                "select cast(ceil(extract(epoch from held_until - now()) * 1000) as bigint)"
                                        + " from file_removal" + AWAITS_MESSAGE + " and held_until > now()")
                        .getResultList())
                .stream().findFirst().map(Duration::ofMillis);
    }

    /**
     * WAITING to WAIVED.
     *
     * @return whether it still waited for this message
     */
    boolean waived(RemoveFilesMessage message) {
        return about(message, "update file_removal set state = 'WAIVED', settled_at = now()" + AWAITS_MESSAGE)
                        .executeUpdate()
                == 1;
    }

    /**
     * WAITING to FAILED.
     *
     * @return whether it still waited for this message
     */
    boolean failed(RemoveFilesMessage message) {
        return about(message, "update file_removal set state = 'FAILED', settled_at = now()" + AWAITS_MESSAGE)
                        .executeUpdate()
                == 1;
    }

    /**
     * Takes files out of a removal, each for a WAITING row of its own.
     *
     * @return the messages for the new rows
     */
    Map<FileKey, RemoveFilesMessage> separate(long id, Collection<FileKey> files) {
        return rows(entities.createNativeQuery(
                                "with rest as (update file_removal set file_keys ="
                                        + " array(select f.key from unnest(file_keys) with ordinality as f(key, place)"
                                        + " where f.key <> all(:files) order by f.place) where id = :id"
                                        + " returning deletion_id, storage, generation)"
                                        + " insert into file_removal (deletion_id, storage, file_keys, state, separated_from,"
                                        + " separated_in)"
                                        + " select deletion_id, storage, array[alone.key], 'WAITING', :id, generation"
                                        + " from rest cross join unnest(:files) as alone(key)"
                                        + " returning file_keys[1], deletion_id, storage, generation, id",
                                Tuple.class)
                        .setParameter("id", id)
                        .setParameter("files", files.stream().map(FileKey::id).toArray(UUID[]::new)))
                .stream()
                .collect(Collectors.toMap(row -> new FileKey(row.get(0, UUID.class)), row -> message(row, 1)));
    }

    /** The files of a removal, in their order. */
    List<FileKey> fileKeys(long id) {
        return texts(entities.createNativeQuery(
                                "select array_to_string(file_keys, ' ') from file_removal where id = :id")
                        .setParameter("id", id))
                .stream()
                .flatMap(keys -> keys(keys).stream())
                .toList();
    }

    /** One removal. */
    public Optional<FileRemoval> find(long id) {
        return Optional.ofNullable(entities.find(FileRemoval.class, id));
    }

    /** The files of a removal and the photos that they are of. */
    public List<AffectedFile> files(long id) {
        return rows(entities.createNativeQuery(
                                "select f.photo_id, f.key, f.kind, p.filename, p.content_type,"
                                        + " coalesce(f.bytes, case when f.kind = 'ORIGINAL' then p.bytes end)"
                                        + " from file_removal r cross join unnest(r.file_keys) with ordinality"
                                        + " as k(key, place) join photo_file f on f.key = k.key"
                                        + " join photo p on p.id = f.photo_id where r.id = :id order by k.place",
                                Tuple.class)
                        .setParameter("id", id))
                .stream()
                .map(row -> new AffectedFile(
                        row.get(0, UUID.class),
                        new FileKey(row.get(1, UUID.class)),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        Optional.ofNullable(row.get(5, Number.class))
                                .map(Number::longValue)
                                .orElse(null)))
                .toList();
    }

    /** The message that a removal waits for, or last waited for. */
    public Optional<RemoveFilesMessage> message(long id) {
        return rows(entities.createNativeQuery(
                                "select deletion_id, storage, generation, id from file_removal where id = :id",
                                Tuple.class)
                        .setParameter("id", id))
                .stream()
                .map(row -> message(row, 0))
                .findFirst();
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
     *
     * @return the messages for them
     */
    List<RemoveFilesMessage> pushAgain(StorageId storage, long seconds, int most) {
        return rows(entities.createNativeQuery(
                                "update file_removal set generation = generation + 1, pushed_at = now() where id in ("
                                        + " select r.id from deletion d join file_removal r on r.deletion_id = d.id"
                                        + " where d.state in ('PLANNING', 'REMOVING') and r.state = 'WAITING'"
                                        + " and r.storage = :storage and r.pushed_at < now() - make_interval(secs => :seconds)"
                                        + " order by r.id limit :most for update of r skip locked)"
                                        + " returning deletion_id, storage, generation, id",
                                Tuple.class)
                        .setParameter("storage", storage.wireName())
                        .setParameter("seconds", seconds)
                        .setParameter("most", most))
                .stream()
                .map(row -> message(row, 0))
                .toList();
    }

    /** Of their texts: to read an array of ids took a fifth of a listener's processor time. */
    private static List<FileKey> keys(String texts) {
        return texts.isEmpty()
                ? List.of()
                : Stream.of(texts.split(" ", -1)).map(FileKey::parse).toList();
    }

    /**
     * FAILED to WAITING, for one more round of attempts.
     *
     * @return the message for it
     * @throws IllegalStateException when it is not FAILED
     */
    RemoveFilesMessage sentAgain(long id) {
        return rows(entities.createNativeQuery(
                                "update file_removal set state = 'WAITING', generation = generation + 1, pushed_at = now(),"
                                        + " settled_at = null, held_until = null, held_because = null where id = :id and state = 'FAILED'"
                                        + " returning deletion_id, storage, generation, id",
                                Tuple.class)
                        .setParameter("id", id))
                .stream()
                .map(row -> message(row, 0))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("removal " + id + " is not FAILED; only a FAILED one is sent again"));
    }

    /** Those of the removals that are FAILED, which nobody else changes until the transaction ends. */
    List<Long> lockFailed(Collection<Long> ids) {
        return ids(entities.createNativeQuery(
                        "select id from file_removal where id = any(:ids) and state = 'FAILED' order by id for update",
                        Long.class)
                .setParameter("ids", ids.toArray(Long[]::new)));
    }

    /** FAILED to what a person has decided or a storage has proven. */
    void settled(Collection<Long> ids, RemovalState state) {
        entities.createNativeQuery("update file_removal set state = :state, settled_at = now()"
                        + " where id = any(:ids) and state = 'FAILED'")
                .setParameter("state", state.name())
                .setParameter("ids", ids.toArray(Long[]::new))
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<Long> ids(Query query) {
        return query.getResultList();
    }

    private Query about(RemoveFilesMessage message, String sql) {
        return about(message, entities.createNativeQuery(sql));
    }

    private Query about(RemoveFilesMessage message, Class<?> answer, String sql) {
        return about(message, entities.createNativeQuery(sql, answer));
    }

    private static Query about(RemoveFilesMessage message, Query query) {
        return query.setParameter("id", message.removalId())
                .setParameter("deletion", message.deletionId())
                .setParameter("storage", message.storage().wireName())
                .setParameter("generation", message.generation());
    }

    /** Of four columns from {@code first} on: deletion, storage, generation, id. */
    private static RemoveFilesMessage message(Tuple row, int first) {
        return new RemoveFilesMessage(
                row.get(first, UUID.class),
                StorageId.of(row.get(first + 1, String.class)),
                row.get(first + 2, Integer.class),
                row.get(first + 3, Long.class));
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<String> texts(Query query) {
        return query.getResultList();
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
