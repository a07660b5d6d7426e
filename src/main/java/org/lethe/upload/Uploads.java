package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.photo.Photo;
import org.lethe.photo.PhotoFile;
import org.lethe.photo.PhotoState;

/** The rows of photos while they are uploaded. Every method works in the caller's transaction. */
@Dependent
class Uploads {

    private static final String SAME =
            " hashtextextended(sha256, 0) = hashtextextended(:sha256, 0) and sha256 = :sha256";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    void add(Photo photo) {
        entities.persist(photo);
    }

    void add(Photo photo, PhotoFile file) {
        entities.persist(photo);
        add(file);
    }

    void add(PhotoFile file) {
        entities.persist(file);
    }

    /** A photo that is UPLOADING, and stays so until the transaction ends; empty when it was given up meanwhile. */
    Optional<Photo> lockUploading(UUID photo) {
        return Optional.ofNullable(entities.find(Photo.class, photo, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.state() == PhotoState.UPLOADING);
    }

    /** A photo of the album that is live and has these bytes. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    Optional<Photo> sameInAlbum(UUID album, String sha256) {
        List<Photo> same = entities.createNativeQuery(
                        "select * from photo where" + SAME + " and album_id = :album and state = 'STORED' limit 1",
                        Photo.class)
                .setParameter("sha256", sha256)
                .setParameter("album", album)
                .getResultList();
        return same.stream().findFirst();
    }

    /** The last time that this owner deleted these bytes, by itself or with its album, and did not restore them. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    Optional<PreviousDeletion> previousDeletion(UUID owner, String sha256) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select d.id, d.requested_at from photo p join album a on a.id = p.album_id"
                                + " join deletion d on d.id = coalesce(p.deletion_id, a.deletion_id)"
                                + " where" + SAME + " and p.owner_id = :owner and d.kind <> 'UPLOAD'"
                                + " order by d.requested_at desc limit 1",
                        Tuple.class)
                .setParameter("sha256", sha256)
                .setParameter("owner", owner)
                .getResultList();
        return rows.stream()
                .map(row -> new PreviousDeletion(row.get(0, UUID.class), row.get(1, Instant.class)))
                .findFirst();
    }

    /** UPLOADING to ABANDONED; false when the photo is no longer UPLOADING. */
    boolean abandoned(UUID photo) {
        return entities.createNativeQuery("update photo set state = 'ABANDONED' where id = :id and state = 'UPLOADING'")
                        .setParameter("id", photo)
                        .executeUpdate()
                == 1;
    }

    /** Uploads that began longer than {@code limit} ago, by the database's clock, and never ended. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<Photo> unfinished(Duration limit, int most) {
        return entities.createNativeQuery(
                        "select * from photo where state = 'UPLOADING'"
                                + " and created_at < now() - make_interval(secs => :seconds)"
                                + " and not exists (select 1 from resumable_upload r where r.id = photo.id)"
                                + " order by created_at limit :most",
                        Photo.class)
                .setParameter("seconds", limit.toSeconds())
                .setParameter("most", most)
                .getResultList();
    }
}
