package org.lethe.thumbnail;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lethe.media.MediaFormat;
import org.lethe.photo.PhotoFile;
import org.lethe.storage.FileKey;

/**
 * The rows of photos that wait for their thumbnails. Every method works in the caller's transaction.
 *
 * <p>Who holds a row's lock may write the photo's thumbnails: the removal of its files takes the row away before it
 * names them, and so waits for a writer, and no writer comes after it.
 */
@Dependent
class PendingThumbnails {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    void add(UUID photo) {
        entities.createNativeQuery("insert into thumbnail_pending (photo_id) values (:photo)")
                .setParameter("photo", photo)
                .executeUpdate();
    }

    /** Counts one more beginning; empty when the photo waits no more. */
    Optional<Pending> begin(UUID photo) {
        return rows(
                        "with begun as (update thumbnail_pending set begun = begun + 1, pushed_at = now()"
                                + " where photo_id = :photo returning photo_id, begun)"
                                + " select b.begun, f.kind, f.key, p.bytes, coalesce(p.orientation, 1), p.content_type from begun b"
                                + " join photo p on p.id = b.photo_id join photo_file f on f.photo_id = b.photo_id",
                        photo)
                .map(rows -> pending(photo, rows));
    }

    /** It failed for a reason that is not the photo's. */
    void forgetBeginnings(UUID photo) {
        entities.createNativeQuery("update thumbnail_pending set begun = 0 where photo_id = :photo")
                .setParameter("photo", photo)
                .executeUpdate();
    }

    /** Waits for whoever has it; false when the photo waits no more. */
    boolean lock(UUID photo) {
        return rows("select 1 from thumbnail_pending where photo_id = :photo for update", photo)
                .isPresent();
    }

    /** The photo has this thumbnail now. */
    void made(FileKey key, int bytes) {
        entities.createNativeQuery("update photo_file set bytes = :bytes where key = :key")
                .setParameter("bytes", bytes)
                .setParameter("key", key.id())
                .executeUpdate();
    }

    /** The photo waits no more. */
    void done(UUID photo) {
        entities.createNativeQuery("delete from thumbnail_pending where photo_id = :photo")
                .setParameter("photo", photo)
                .executeUpdate();
    }

    /** Thumbnails that were announced and not made. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<FileKey> unmade(UUID photo) {
        return ((List<UUID>) entities.createNativeQuery(
                                "select key from photo_file where photo_id = :photo and kind <> 'ORIGINAL'"
                                        + " and bytes is null",
                                UUID.class)
                        .setParameter("photo", photo)
                        .getResultList())
                .stream().map(FileKey::new).toList();
    }

    /** Those for which no message was sent for so long, the longest waiting first; they count as sent now. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    Collection<UUID> pushAgain(Duration silence, int most) {
        return entities.createNativeQuery(
                        "update thumbnail_pending set pushed_at = now() where photo_id in (select photo_id"
                                + " from thumbnail_pending where pushed_at < now() - make_interval(secs => :seconds)"
                                + " order by pushed_at limit :most for update skip locked) returning photo_id",
                        UUID.class)
                .setParameter("seconds", silence.toSeconds())
                .setParameter("most", most)
                .getResultList();
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private Optional<List<Tuple>> rows(String sql, UUID photo) {
        List<Tuple> rows = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("photo", photo)
                .getResultList();
        return Optional.of(rows).filter(some -> !some.isEmpty());
    }

    private static Pending pending(UUID photo, List<Tuple> files) {
        Map<PhotoFile.Kind, FileKey> keys = new EnumMap<>(PhotoFile.Kind.class);
        files.forEach(file ->
                keys.put(PhotoFile.Kind.valueOf(file.get(1, String.class)), new FileKey(file.get(2, UUID.class))));
        FileKey original = keys.remove(PhotoFile.Kind.ORIGINAL);
        Tuple any = files.get(0);
        int begun = any.get(0, Number.class).intValue();
        int orientation = any.get(4, Number.class).intValue();
        MediaFormat format = MediaFormat.ofContentType(any.get(5, String.class)).orElseThrow();
        return new Pending(photo, begun, original, any.get(3, Number.class).longValue(), format, orientation, keys);
    }
}
