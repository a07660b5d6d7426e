package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * How much owners have and delete, by what each album is known to hold: the cost does not depend on how much that is.
 * Every method works in the caller's transaction.
 */
@Dependent
public class Libraries {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** All live photos of an owner. */
    long photos(UUID owner) {
        return number(entities.createNativeQuery(
                        "select coalesce(sum(photos), 0) from album where owner_id = :owner and deletion_id is null",
                        Long.class)
                .setParameter("owner", owner)
                .getSingleResult());
    }

    /** The live photos of an owner's album; none when there is no such album. */
    long photosOfAlbum(UUID owner, UUID album) {
        return number(entities.createNativeQuery(
                        "select coalesce(max(photos), 0) from album where id = :album and owner_id = :owner"
                                + " and deletion_id is null",
                        Long.class)
                .setParameter("owner", owner)
                .setParameter("album", album)
                .getSingleResult());
    }

    /** Those among these that are live photos of the owner. */
    long photosAmong(UUID owner, Collection<UUID> ids) {
        return number(entities.createNativeQuery(
                        "select count(*) from photo p join album a on a.id = p.album_id where a.owner_id = :owner"
                                + " and a.deletion_id is null and p.state = 'STORED' and p.id = any(:ids)",
                        Long.class)
                .setParameter("owner", owner)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getSingleResult());
    }

    /** The ids of those among these that are live photos of the owner. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<UUID> liveAmong(UUID owner, Collection<UUID> ids) {
        return entities.createNativeQuery(
                        "select p.id from photo p join album a on a.id = p.album_id where a.owner_id = :owner"
                                + " and a.deletion_id is null and p.state = 'STORED' and p.id = any(:ids)",
                        UUID.class)
                .setParameter("owner", owner)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** The photos of a dry run that can be carried out; none otherwise. */
    long photosOfSnapshot(UUID owner, UUID snapshot) {
        return number(entities.createNativeQuery(
                        "select coalesce(max(photos), 0) from deletion_snapshot where id = :id and owner_id = :owner"
                                + " and deletion_id is null and expires_at > now()",
                        Long.class)
                .setParameter("id", snapshot)
                .setParameter("owner", owner)
                .getSingleResult());
    }

    /**
     * Nobody else comes to a decision about this owner until the transaction ends. A statement of its own: what was committed
     * while it was waited for is seen only by the next one. Uploads take the same lock, before those of albums and photos as
     * well, so nobody waits in a circle.
     */
    void lock(UUID owner) {
        entities.createNativeQuery("select 1 from account where id = :owner for no key update")
                .setParameter("owner", owner)
                .getResultList();
    }

    /** The photos that an owner has deleted within the last hour and not restored. */
    long deletedWithinTheHour(UUID owner) {
        return number(entities.createNativeQuery(
                        "select coalesce(sum(greatest(photos, counted_photos)), 0) from deletion where owner_id = :owner"
                                + " and requested_at > now() - interval '1 hour' and kind <> 'UPLOAD'"
                                + " and state not in ('HELD', 'CANCELLED', 'RESTORED')",
                        Long.class)
                .setParameter("owner", owner)
                .getSingleResult());
    }

    private static long number(Object result) {
        return ((Number) result).longValue();
    }
}
