package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.storage.FileKey;

/** The rows of uploads that come in pieces, and of the pieces. Every method works in the caller's transaction. */
@Dependent
class ResumableUploads {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    void add(ResumableUpload upload) {
        entities.persist(upload);
    }

    Optional<ResumableUpload> find(UUID owner, UUID id) {
        return Optional.ofNullable(entities.find(ResumableUpload.class, id))
                .filter(upload -> upload.ownerId().equals(owner));
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<ResumableUpload> lock(UUID id) {
        return Optional.ofNullable(entities.find(ResumableUpload.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    long open(UUID owner) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from resumable_upload where owner_id = :owner and state = 'OPEN'",
                                Long.class)
                        .setParameter("owner", owner)
                        .getSingleResult())
                .longValue();
    }

    /** A file that is about to be written. */
    void announce(UUID upload, FileKey key) {
        entities.createNativeQuery("insert into photo_file (key, photo_id, kind, part)"
                        + " values (:key, :photo, 'PART', nextval('photo_file_part'))")
                .setParameter("key", key.id())
                .setParameter("photo", upload)
                .executeUpdate();
    }

    /** A file that counts, from this position on; it takes the place of one that began there. */
    void addPart(UUID upload, long position, FileKey key) {
        entities.createNativeQuery(
                        "insert into upload_part (upload_id, position, key) values (:upload, :position, :key)"
                                + " on conflict (upload_id, position) do update set key = excluded.key")
                .setParameter("upload", upload)
                .setParameter("position", position)
                .setParameter("key", key.id())
                .executeUpdate();
    }

    /** Files that were begun and not forgotten, whatever came of them. */
    long announced(UUID upload) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from photo_file where photo_id = :upload and kind = 'PART'",
                                Long.class)
                        .setParameter("upload", upload)
                        .getSingleResult())
                .longValue();
    }

    /** A file that does not count, and is not there any more. */
    void forget(UUID upload, FileKey key) {
        entities.createNativeQuery("delete from photo_file where key = :key and photo_id = :upload"
                        + " and not exists (select 1 from upload_part where upload_id = :upload and key = :key)")
                .setParameter("key", key.id())
                .setParameter("upload", upload)
                .executeUpdate();
    }

    /** The files that count, in their order. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<UploadPart> partsOf(UUID upload, long bytes) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select key, lead(position, 1, :bytes) over (order by position) - position from upload_part"
                                + " where upload_id = :upload order by position")
                .setParameter("bytes", bytes)
                .setParameter("upload", upload)
                .getResultList();
        return rows.stream()
                .map(row -> new UploadPart(new FileKey((UUID) row[0]), ((Number) row[1]).longValue()))
                .toList();
    }

    /** What is kept for it no longer counts: the photo that it becomes is counted instead. */
    void release(UUID upload) {
        entities.createNativeQuery("update photo set bytes = 0 where id = :id and state = 'UPLOADING'")
                .setParameter("id", upload)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    List<UUID> expired(int most) {
        return entities.createNativeQuery(
                        "select id from resumable_upload where state = 'OPEN' and expires_at < now()"
                                + " order by expires_at limit :most",
                        UUID.class)
                .setParameter("most", most)
                .getResultList();
    }
}
