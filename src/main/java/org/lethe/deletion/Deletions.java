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
import org.lethe.page.PageRequest;

/**
 * The rows of deletions. Times are the database's, so that a node whose clock is wrong removes nothing too early.
 * Every method works in the caller's transaction.
 */
@Dependent
public class Deletions {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** A new deletion, or one that was held: REQUESTED, and due when its restore window, which begins now, ends. */
    void add(UUID id, UUID owner, DeletionKind kind, Optional<UUID> album, Duration restoreWindow) {
        entities.createNativeQuery("insert into deletion (id, owner_id, kind, album_id, state, due_at)"
                        + " values (:id, :owner, :kind, cast(:album as uuid), 'REQUESTED',"
                        + " now() + make_interval(secs => :seconds))"
                        + " on conflict (id) do update set state = 'REQUESTED', due_at = excluded.due_at,"
                        + " progressed_at = now() where deletion.state = 'HELD'")
                .setParameter("id", id)
                .setParameter("owner", owner)
                .setParameter("kind", kind.name())
                .setParameter("album", album.map(UUID::toString).orElse(null))
                .setParameter("seconds", restoreWindow.toMillis() / 1000.0)
                .executeUpdate();
    }

    /** Reads a deletion anew that a statement has changed. */
    void refresh(Deletion deletion) {
        entities.refresh(deletion);
    }

    /** The deletion is of exactly what a dry run counted. */
    void isOf(Snapshot snapshot, UUID id) {
        entities.createNativeQuery(
                        "update deletion set snapshot_id = :snapshot, snapshot_photos = :photos where id = :id")
                .setParameter("snapshot", snapshot.id())
                .setParameter("photos", snapshot.photos())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Where the photos are that had come to the album of a deletion since its dry run. */
    void kept(UUID id, UUID album, long photos) {
        entities.createNativeQuery("update deletion set kept_album_id = :album, kept_photos = :photos where id = :id")
                .setParameter("album", album)
                .setParameter("photos", photos)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** A deletion of this owner. */
    public Optional<Deletion> find(UUID owner, UUID id) {
        return find(id).filter(deletion -> deletion.ownerId().equals(owner));
    }

    /** A deletion of any owner. */
    public Optional<Deletion> find(UUID id) {
        return Optional.ofNullable(entities.find(Deletion.class, id));
    }

    /** Deletions of any owners. */
    List<Deletion> find(Collection<UUID> ids) {
        return entities.createQuery("select d from Deletion d where d.id in (:ids)", Deletion.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** A deletion whose row nobody else changes until the transaction ends. */
    Optional<Deletion> lock(UUID id) {
        return Optional.ofNullable(entities.find(Deletion.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Deletions whose rows nobody else changes until the transaction ends, locked one after the other. */
    List<Deletion> lock(Collection<UUID> ids) {
        return entities.createQuery("select d from Deletion d where d.id in (:ids) order by d.id", Deletion.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** How long until the restore window of a deletion ends, by the database's clock; negative when it is over. */
    Duration untilDue(UUID id) {
        Number micros = (Number) entities.createNativeQuery(
                        "select cast(extract(epoch from due_at - now()) * 1000000 as bigint)"
                                + " from deletion where id = :id",
                        Long.class)
                .setParameter("id", id)
                .getSingleResult();
        return Duration.ofNanos(micros.longValue() * 1000);
    }

    /**
     * Whether photos that a deletion hid lie in an album whose own removal has begun, or was asked for by a snapshot: they
     * are not in that, and would go with the album all the same. The albums' deletions are locked, so that none begins
     * until the transaction ends.
     */
    boolean holdsPhotosOfRemovedAlbums(UUID id) {
        return entities.createNativeQuery(
                        "select state <> 'REQUESTED' or snapshot_id is not null from deletion where id in"
                                + " (select a.deletion_id from photo p join album a on a.id = p.album_id"
                                + " where p.deletion_id = :id and a.deletion_id <> :id) for share",
                        Boolean.class)
                .setParameter("id", id)
                .getResultList()
                .contains(true);
    }

    /** The database's time. */
    Instant now() {
        return (Instant)
                entities.createNativeQuery("select now()", Instant.class).getSingleResult();
    }

    /** What an owner asked to be deleted, newest first. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<Deletion> requestedBy(UUID owner, DeletionFilter filter, PageRequest page) {
        Query query = entities.createNativeQuery(
                        "select * from deletion where owner_id = :owner and kind <> 'UPLOAD'"
                                + " and (requested_at, id) < (:at, :id)" + filter.conditions()
                                + " order by requested_at desc, id desc limit :rows",
                        Deletion.class)
                .setParameter("owner", owner)
                .setParameter("at", page.after().createdAt())
                .setParameter("id", page.after().id())
                .setParameter("rows", page.rowsToRead());
        filter.state().ifPresent(state -> query.setParameter("state", state.name()));
        return query.getResultList();
    }

    /** How far deletions have come, all by one statement, so that the figures of each fit together. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    Map<UUID, DeletionProgress> progress(Collection<UUID> ids) {
        return DeletionProgress.of(entities.createNativeQuery(
                        "select d.id, d.photos, d.files, d.state = 'REQUESTED' and d.due_at > now(), r.storage, r.state, r.n"
                                + " from deletion d left join"
                                + " (select deletion_id, storage, state, sum(files) as n from file_removal"
                                + " where deletion_id = any(:ids) and state <> 'GONE' group by deletion_id, storage, state) r"
                                + " on r.deletion_id = d.id where d.id = any(:ids)",
                        Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList());
    }

    /** Deletions whose planning has stood still for longer than {@code patience} although it was due. */
    List<UUID> stalledInPlanning(Duration patience, int most) {
        return ids(entities.createNativeQuery(
                        "select id from deletion where state in ('REQUESTED', 'PLANNING')"
                                + " and greatest(due_at, progressed_at) < now() - make_interval(secs => :seconds)"
                                + " order by progressed_at limit :most",
                        UUID.class)
                .setParameter("seconds", patience.toSeconds())
                .setParameter("most", most));
    }

    /** Deletions that are being removed and have nothing left that waits. */
    List<UUID> unfinishedWithoutWaiting(int most) {
        return ids(entities.createNativeQuery(
                        "select id from deletion d where state = 'REMOVING' and not exists"
                                + " (select 1 from file_removal r where r.deletion_id = d.id and r.state = 'WAITING')"
                                + " order by progressed_at limit :most",
                        UUID.class)
                .setParameter("most", most));
    }

    /** Planning has moved on, or was pushed again. */
    void progressed(UUID id) {
        entities.createNativeQuery("update deletion set progressed_at = now() where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Planning is given up until a person sends it again: it no longer counts as standing still. */
    void gaveUpPlanning(UUID id) {
        entities.createNativeQuery("update deletion set progressed_at = 'infinity' where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<UUID> ids(Query query) {
        return query.getResultList();
    }
}
