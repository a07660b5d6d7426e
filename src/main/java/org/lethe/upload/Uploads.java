package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.photo.Photo;
import org.lethe.photo.PhotoFile;
import org.lethe.photo.PhotoState;

/** The rows of photos while they are uploaded. Every method works in the caller's transaction. */
@Dependent
class Uploads {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    void add(Photo photo, PhotoFile file) {
        entities.persist(photo);
        entities.persist(file);
    }

    /** A photo that is UPLOADING, and stays so until the transaction ends; empty when it was given up meanwhile. */
    Optional<Photo> lockUploading(UUID photo) {
        return Optional.ofNullable(entities.find(Photo.class, photo, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.state() == PhotoState.UPLOADING);
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
                                + " and created_at < now() - make_interval(secs => :seconds) order by created_at limit :most",
                        Photo.class)
                .setParameter("seconds", limit.toSeconds())
                .setParameter("most", most)
                .getResultList();
    }
}
