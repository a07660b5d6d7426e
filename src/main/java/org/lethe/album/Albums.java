package org.lethe.album;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.page.PageRequest;

/** The rows of albums. Every method works in the caller's transaction. */
@Dependent
public class Albums {

    /** The newest photo stands in for a cover that was not chosen, or that has gone since. */
    private static final String VISIBLE = "select a.id, a.name, a.created_at, coalesce("
            + "(select p.id from photo p where p.id = a.cover_photo_id and p.album_id = a.id and p.state = 'STORED'),"
            + " (select p.id from photo p where p.album_id = a.id and p.state = 'STORED'"
            + " order by p.created_at desc, p.id desc limit 1))"
            + " from album a where a.owner_id = :owner and a.deletion_id is null";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    void add(Album album) {
        entities.persist(album);
    }

    /** An album of this owner, deleted or not. */
    Optional<Album> find(UUID owner, UUID id) {
        return Optional.ofNullable(entities.find(Album.class, id))
                .filter(album -> album.ownerId().equals(owner));
    }

    /** Whether this owner has such an album, or had it until it was deleted. */
    public boolean has(UUID owner, UUID id) {
        return find(owner, id).isPresent();
    }

    /** Writes what was changed to the database, for queries of this transaction to see. */
    void flush() {
        entities.flush();
    }

    /** An album of this owner that is not deleted, locked until the transaction ends. */
    Optional<Album> lock(UUID owner, UUID id) {
        return entities
                .createQuery(
                        "select a from Album a where a.id = :id and a.ownerId = :owner and a.deletionId is null",
                        Album.class)
                .setParameter("id", id)
                .setParameter("owner", owner)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    boolean hasPhoto(UUID id, UUID photo) {
        return !entities.createNativeQuery(
                        "select 1 from photo where id = :photo and album_id = :album and state = 'STORED'")
                .setParameter("photo", photo)
                .setParameter("album", id)
                .getResultList()
                .isEmpty();
    }

    /** An album of this owner that is not deleted. */
    Optional<AlbumView> visible(UUID owner, UUID id) {
        return views(VISIBLE + " and a.id = :id", owner).setParameter("id", id).getResultList().stream()
                .map(Albums::view)
                .findFirst();
    }

    /** The newest first. */
    List<AlbumView> visible(UUID owner, PageRequest page) {
        return views(
                        VISIBLE + " and (a.created_at, a.id) < (:createdAt, :id)"
                                + " order by a.created_at desc, a.id desc limit :rows",
                        owner)
                .setParameter("createdAt", page.after().createdAt())
                .setParameter("id", page.after().id())
                .setParameter("rows", page.rowsToRead())
                .getResultList()
                .stream()
                .map(Albums::view)
                .toList();
    }

    /**
     * Hides an album and everything in it. One row, whatever the album holds.
     *
     * @return false when there is no such live album of this owner
     */
    public boolean delete(UUID owner, UUID id, UUID deletion) {
        return entities.createNativeQuery("update album set deletion_id = :deletion, deleted_at = now()"
                                + " where id = :id and owner_id = :owner and deletion_id is null")
                        .setParameter("deletion", deletion)
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .executeUpdate()
                == 1;
    }

    /** Shows an album again that {@code deletion} had hidden. */
    public void restore(UUID deletion) {
        entities.createNativeQuery(
                        "update album set deletion_id = null, deleted_at = null where deletion_id = :deletion")
                .setParameter("deletion", deletion)
                .executeUpdate();
    }

    /** The deletion that hid this owner's album, if one did. */
    public Optional<UUID> deletionOf(UUID owner, UUID id) {
        return entities
                .createQuery(
                        "select a.deletionId from Album a where a.id = :id and a.ownerId = :owner"
                                + " and a.deletionId is not null",
                        UUID.class)
                .setParameter("id", id)
                .setParameter("owner", owner)
                .getResultList()
                .stream()
                .findFirst();
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private TypedQuery<Tuple> views(String sql, UUID owner) {
        return (TypedQuery<Tuple>) entities.createNativeQuery(sql, Tuple.class).setParameter("owner", owner);
    }

    private static AlbumView view(Tuple row) {
        return new AlbumView(
                row.get(0, UUID.class), row.get(1, String.class), row.get(2, Instant.class), row.get(3, UUID.class));
    }
}
