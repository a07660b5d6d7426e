package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.UUID;

/**
 * How much owners have and delete, counted by indexes and no farther than is asked for. Every method works in the
 * caller's transaction.
 */
@Dependent
public class Libraries {

    private static final String LIVE = " from album a join photo p on p.album_id = a.id and p.state = 'STORED'"
            + " where a.owner_id = :owner and a.deletion_id is null";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** All live photos of an owner, counted up to {@code most}. */
    long photos(UUID owner, long most) {
        return number(
                entities.createNativeQuery("select count(*) from (select 1" + LIVE + " limit :most) n", Long.class)
                        .setParameter("owner", owner)
                        .setParameter("most", most)
                        .getSingleResult());
    }

    /** The live photos of an owner's album; none when there is no such album. */
    long photosOfAlbum(UUID owner, UUID album) {
        return number(entities.createNativeQuery("select count(*)" + LIVE + " and a.id = :album", Long.class)
                .setParameter("owner", owner)
                .setParameter("album", album)
                .getSingleResult());
    }

    /** Those among these that are live photos of the owner. */
    long photosAmong(UUID owner, Collection<UUID> ids) {
        return number(entities.createNativeQuery("select count(*)" + LIVE + " and p.id = any(:ids)", Long.class)
                .setParameter("owner", owner)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getSingleResult());
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
