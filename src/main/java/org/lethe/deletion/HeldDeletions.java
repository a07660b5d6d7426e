package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of deletions while the brake holds them. Every method works in the caller's transaction. */
@Dependent
public class HeldDeletions {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** A new deletion, HELD, with all that it takes to carry it out later. */
    void add(DeletionRequest request, String because, Duration limit) {
        DeletionTarget target = request.target();
        Optional<UUID> album = target instanceof DeletionTarget.OfAlbum of ? Optional.of(of.id()) : Optional.empty();
        Optional<UUID> snapshot =
                target instanceof DeletionTarget.OfSnapshot of ? Optional.of(of.id()) : Optional.empty();
        entities.createNativeQuery(
                        "insert into deletion (id, owner_id, kind, album_id, state, held_because, held_until,"
                                + " held_window_ms, held_photo_ids, snapshot_id, snapshot_photos)"
                                + " select :id, :owner, case when album is null then 'PHOTOS' else 'ALBUM' end, album,"
                                + " 'HELD', :because, now() + make_interval(secs => :seconds), :window, :photos,"
                                + " snapshot, counted from (select coalesce(cast(:album as uuid), s.album_id) as album,"
                                + " s.id as snapshot, s.photos as counted from (select 1) one"
                                + " left join deletion_snapshot s on s.id = cast(:snapshot as uuid)) asked")
                .setParameter("id", request.id())
                .setParameter("owner", request.owner())
                .setParameter("album", album.map(UUID::toString).orElse(null))
                .setParameter("snapshot", snapshot.map(UUID::toString).orElse(null))
                .setParameter("because", because)
                .setParameter("seconds", limit.toSeconds())
                .setParameter("window", request.terms().restoreWindow().toMillis())
                .setParameter("photos", target.photoIds().toArray(UUID[]::new))
                .executeUpdate();
        snapshot.ifPresent(id -> keep(id, limit));
    }

    /** A dry run does not expire before the deletion that waits for its confirmation. */
    private void keep(UUID snapshot, Duration limit) {
        entities.createNativeQuery("update deletion_snapshot set expires_at ="
                        + " greatest(expires_at, now() + make_interval(secs => :seconds)) where id = :id")
                .setParameter("seconds", limit.toSeconds())
                .setParameter("id", snapshot)
                .executeUpdate();
    }

    /** What a held deletion was asked for, and on what terms. */
    DeletionRequest request(Deletion deletion) {
        Tuple row = (Tuple) entities.createNativeQuery(
                        "select held_window_ms, array_to_string(held_photo_ids, ' ') from deletion where id = :id",
                        Tuple.class)
                .setParameter("id", deletion.id())
                .getSingleResult();
        DeletionTerms terms =
                new DeletionTerms(Duration.ofMillis(row.get(0, Number.class).longValue()), Optional.empty());
        return new DeletionRequest(
                deletion.id(), deletion.ownerId(), target(deletion, row.get(1, String.class)), terms);
    }

    /** How many photos the brake counted for a deletion, for its next verdict. */
    void counted(UUID id, long photos) {
        entities.createNativeQuery("update deletion set counted_photos = :photos where id = :id")
                .setParameter("photos", photos)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Those that nobody confirmed in time; those that somebody decides on just now are left out. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<UUID> overdue(int most) {
        return entities.createNativeQuery(
                        "select id from deletion where state = 'HELD' and held_until < now() order by held_until"
                                + " limit :most for update skip locked",
                        UUID.class)
                .setParameter("most", most)
                .getResultList();
    }

    private static DeletionTarget target(Deletion deletion, String photoIds) {
        if (deletion.snapshotId() != null) {
            return new DeletionTarget.OfSnapshot(deletion.snapshotId());
        }
        if (deletion.albumId() != null) {
            return new DeletionTarget.OfAlbum(deletion.albumId());
        }
        Set<UUID> ids = Stream.of(photoIds.split(" ")).map(UUID::fromString).collect(Collectors.toSet());
        return new DeletionTarget.OfPhotos(ids);
    }
}
