package org.lethe.album;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.page.PageRequest;

/** The rows of albums. Every method works in the caller's transaction. */
@Dependent
public class Albums {

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

    /** An album of this owner that is not deleted. */
    Optional<Album> visible(UUID owner, UUID id) {
        return entities.createQuery(
                        "select a from Album a where a.id = :id and a.ownerId = :owner and a.deletionId is null",
                        Album.class)
                .setParameter("id", id)
                .setParameter("owner", owner)
                .getResultStream()
                .findFirst();
    }

    /** The newest first. */
    List<Album> visible(UUID owner, PageRequest page) {
        return entities.createQuery(
                        "select a from Album a where a.ownerId = :owner and a.deletionId is null"
                                + " and (a.createdAt < :createdAt or a.createdAt = :createdAt and a.id < :id)"
                                + " order by a.createdAt desc, a.id desc",
                        Album.class)
                .setParameter("owner", owner)
                .setParameter("createdAt", page.after().createdAt())
                .setParameter("id", page.after().id())
                .setMaxResults(page.rowsToRead())
                .getResultList();
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
        return entities.createQuery(
                        "select a.deletionId from Album a where a.id = :id and a.ownerId = :owner"
                                + " and a.deletionId is not null",
                        UUID.class)
                .setParameter("id", id)
                .setParameter("owner", owner)
                .getResultStream()
                .findFirst();
    }
}
