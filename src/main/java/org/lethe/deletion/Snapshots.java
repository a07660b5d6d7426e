package org.lethe.deletion;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.photo.Photo;

/**
 * The rows of dry runs. One statement counts and keeps PostgreSQL's own snapshot, so a photo is in it if and only if it
 * was counted: that is asked of the transaction in which the photo joined its album ({@code photo.joined}). A photo that
 * left the album and came back is not in it. Every method works in the caller's transaction.
 */
@Dependent
public class Snapshots {

    /** Photos that are moved out of an album which is deleted by a snapshot; 10,000 take some tenths of a second. */
    static final int MOST_KEPT = 10_000;

    private static final int SAMPLE = 10;

    private static final String TAKE = "with live as materialized (select p.id, p.bytes from photo p"
            + " join album a on a.id = p.album_id where a.owner_id = :owner and a.deletion_id is null"
            + " and p.state = 'STORED' and %s)"
            + " insert into deletion_snapshot (id, owner_id, album_id, photo_ids, photos, bytes, files, expires_at)"
            + " select :id, :owner, cast(:album as uuid), %s, (select count(*) from live),"
            + " (select coalesce(sum(bytes), 0) from live),"
            + " (select count(*) from live join photo_file f on f.photo_id = live.id),"
            + " now() + make_interval(secs => :seconds) %s";

    private static final String OF_ALBUM = TAKE.formatted(
            "p.album_id = cast(:album as uuid)",
            "null",
            "from album where id = cast(:album as uuid) and owner_id = :owner and deletion_id is null");

    private static final String OF_PHOTOS = TAKE.formatted("p.id = any(:ids)", "array(select id from live)", "");

    private static final String JOINED_SINCE = " where album_id = :album and state = 'STORED'"
            + " and joined >= (select pg_snapshot_xmin(taken) from deletion_snapshot where id = :snapshot)"
            + " and not pg_visible_in_snapshot(joined, (select taken from deletion_snapshot where id = :snapshot))";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /**
     * Counts the photos of an album.
     *
     * @return empty when the owner has no such album
     */
    Optional<Snapshot> takeOfAlbum(UUID owner, UUID album, Duration limit) {
        return take(entities.createNativeQuery(OF_ALBUM), owner, Optional.of(album), limit);
    }

    /** Counts those photos that are live photos of this owner. */
    Snapshot takeOfPhotos(UUID owner, Collection<UUID> ids, Duration limit) {
        Query query = entities.createNativeQuery(OF_PHOTOS).setParameter("ids", ids.toArray(UUID[]::new));
        return take(query, owner, Optional.empty(), limit).orElseThrow();
    }

    private Optional<Snapshot> take(Query query, UUID owner, Optional<UUID> album, Duration limit) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        query.setParameter("id", id)
                .setParameter("owner", owner)
                .setParameter("album", album.map(UUID::toString).orElse(null))
                .setParameter("seconds", limit.toSeconds())
                .executeUpdate();
        return Optional.ofNullable(entities.find(Snapshot.class, id));
    }

    Optional<Snapshot> lock(UUID id) {
        return Optional.ofNullable(entities.find(Snapshot.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The photos that were named and are in it; empty when it is of an album. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<UUID> photoIds(UUID id) {
        return entities.createNativeQuery("select unnest(photo_ids) from deletion_snapshot where id = :id", UUID.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Some of its photos, the newest. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<Photo> sample(Snapshot snapshot) {
        String among = snapshot.albumId() == null
                ? "p.id = any(s.photo_ids)"
                : "p.album_id = s.album_id and pg_visible_in_snapshot(p.joined, s.taken)";
        return entities.createNativeQuery(
                        "select p.* from deletion_snapshot s join photo p on " + among
                                + " where s.id = :id and p.state = 'STORED' order by p.created_at desc, p.id desc limit "
                                + SAMPLE,
                        Photo.class)
                .setParameter("id", snapshot.id())
                .getResultList();
    }

    /** How many photos have joined the album since, counted up to one more than may be kept. */
    long countJoinedSince(Snapshot snapshot) {
        return joinedSince(
                        "select count(*) from (select 1 from photo" + JOINED_SINCE + " limit " + (MOST_KEPT + 1)
                                + ") n",
                        snapshot,
                        Long.class)
                .longValue();
    }

    /**
     * Moves the photos that have joined the album since to a new album of the same name.
     *
     * @return the new album
     */
    UUID keepJoinedSince(Snapshot snapshot) {
        UUID kept = UuidCreator.getTimeOrderedEpoch();
        entities.createNativeQuery("insert into album (id, owner_id, name, created_at)"
                        + " select :kept, owner_id, name, created_at from album where id = :album")
                .setParameter("kept", kept)
                .setParameter("album", snapshot.albumId())
                .executeUpdate();
        entities.createNativeQuery("update photo set album_id = :kept" + JOINED_SINCE)
                .setParameter("kept", kept)
                .setParameter("album", snapshot.albumId())
                .setParameter("snapshot", snapshot.id())
                .executeUpdate();
        return kept;
    }

    /** Forgets up to {@code most} dry runs that nobody carried out, a day after they expired; answers how many. */
    int forgetExpired(int most) {
        return entities.createNativeQuery("delete from deletion_snapshot where id in (select id from deletion_snapshot"
                        + " where deletion_id is null and expires_at < now() - interval '1 day'"
                        + " limit :most for update skip locked)")
                .setParameter("most", most)
                .executeUpdate();
    }

    private <T> T joinedSince(String sql, Snapshot snapshot, Class<T> type) {
        return type.cast(entities.createNativeQuery(sql, type)
                .setParameter("album", snapshot.albumId())
                .setParameter("snapshot", snapshot.id())
                .getSingleResult());
    }
}
