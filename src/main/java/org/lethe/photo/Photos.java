package org.lethe.photo;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.page.Cursor;
import org.lethe.page.PageRequest;
import org.lethe.storage.FileKey;

/** The rows of photos, as their owner sees them. Every method works in the caller's transaction. */
@Dependent
public class Photos {

    private static final String VISIBLE = "select p.* from photo p join album a on a.id = p.album_id"
            + " where p.owner_id = :owner and p.state = 'STORED' and a.deletion_id is null";

    /** As {@link #VISIBLE}, in the words of the entities: typed, so it can also be asked without a transaction. */
    private static final String IN_VISIBLE_ALBUM = " join Album a on a.id = p.albumId where p.ownerId = :owner"
            + " and p.state = org.lethe.photo.PhotoState.STORED and a.deletionId is null";

    /** By the clock on the wall where it was taken; the index photo_in_time has the same words. */
    private static final String TIME = "coalesce(p.taken_at, p.created_at at time zone 'UTC')";

    /** Waits for whoever writes a thumbnail of these photos just now; nobody will after it. */
    private static final String NO_MORE_THUMBNAILS =
            ", withdrawn as (delete from thumbnail_pending t using page where t.photo_id = page.id)";

    private static final String LAST_OF = " select created_at, id, count(*) over () from";
    private static final String AND_HOW_MANY = " order by created_at desc, id desc limit 1";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** A photo that its owner can see: stored, in an album that is not deleted. */
    public Optional<Photo> visible(UUID owner, UUID id) {
        return photos(VISIBLE + " and p.id = :id", owner).setParameter("id", id).getResultList().stream()
                .map(Photo.class::cast)
                .findFirst();
    }

    /** The original of a photo that its owner can see, in one statement: also without a transaction. */
    Optional<ServedFile> visibleOriginal(UUID owner, UUID id) {
        return entities
                .createQuery(
                        "select f.key, p.contentType, p.bytes, p.sha256, p.filename from Photo p"
                                + " join PhotoFile f on f.photoId = p.id" + IN_VISIBLE_ALBUM
                                + " and p.id = :id and f.kind = org.lethe.photo.PhotoFile$Kind.ORIGINAL",
                        Object[].class)
                .setParameter("owner", owner)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new ServedFile(
                        new FileKey((UUID) row[0]), (String) row[1], (Long) row[2], (String) row[3], (String) row[4]));
    }

    /** As {@link #visible}, with the photo locked until the transaction ends. */
    Optional<Photo> lock(UUID owner, UUID id) {
        return photos(VISIBLE + " and p.id = :id for update of p", owner)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Writes what was changed to the database, for queries of this transaction to see. */
    void flush() {
        entities.flush();
    }

    /**
     * Locks an album against being deleted, and against other changes of what is in it, until the transaction ends.
     *
     * @return whether it is there, is the owner's and is not deleted
     */
    public boolean holdAlbum(UUID owner, UUID album) {
        return !holdAlbums(owner, List.of(album)).isEmpty();
    }

    /**
     * As {@link #holdAlbum}. Whoever changes photos of several albums locks the photos first, then the albums in the order
     * of their ids, as the counting of their photos does: so nobody waits in a circle.
     *
     * @return those that are there
     */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<UUID> holdAlbums(UUID owner, Collection<UUID> albums) {
        return entities.createNativeQuery(
                        "select id from album where id = any(:albums) and owner_id = :owner and deletion_id is null"
                                + " order by id for no key update",
                        UUID.class)
                .setParameter("albums", albums.toArray(UUID[]::new))
                .setParameter("owner", owner)
                .getResultList();
    }

    /** The newest first; none of an album that its owner cannot see. In one statement: also without a transaction. */
    List<Photo> visibleInAlbum(UUID owner, UUID album, PageRequest page) {
        return entities.createQuery(
                        "select p from Photo p" + IN_VISIBLE_ALBUM
                                + " and p.albumId = :album and (p.createdAt, p.id) < (:createdAt, :id)"
                                + " order by p.createdAt desc, p.id desc",
                        Photo.class)
                .setParameter("owner", owner)
                .setParameter("album", album)
                .setParameter("createdAt", page.after().createdAt())
                .setParameter("id", page.after().id())
                .setMaxResults(page.rowsToRead())
                .getResultList();
    }

    /** The latest first, by the time at which they were taken or else uploaded. */
    List<Photo> visibleInTime(UUID owner, TimeRange range, PageRequest page) {
        return photos(
                        VISIBLE + " and " + TIME + " >= :from and " + TIME + " < :before"
                                + " and (" + TIME + ", p.id) < (:time, :id)"
                                + " order by " + TIME + " desc, p.id desc limit :rows",
                        owner)
                .setParameter("from", range.from())
                .setParameter("before", range.before())
                .setParameter(
                        "time",
                        page.after().createdAt().atOffset(ZoneOffset.UTC).toLocalDateTime())
                .setParameter("id", page.after().id())
                .setParameter("rows", page.rowsToRead())
                .getResultList();
    }

    Optional<PhotoFile> file(Photo photo, PhotoFile.Kind kind) {
        return entities
                .createQuery("select f from PhotoFile f where f.photoId = :photo and f.kind = :kind", PhotoFile.class)
                .setParameter("photo", photo.id())
                .setParameter("kind", kind)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Whether thumbnails of this photo are still to be made. */
    boolean awaitThumbnails(Photo photo) {
        return !entities.createNativeQuery("select 1 from thumbnail_pending where photo_id = :photo")
                .setParameter("photo", photo.id())
                .getResultList()
                .isEmpty();
    }

    /** Whether the owner has this album, and it is not deleted. */
    public boolean albumVisible(UUID owner, UUID album) {
        return !entities.createNativeQuery(
                        "select 1 from album where id = :album and owner_id = :owner and deletion_id is null")
                .setParameter("album", album)
                .setParameter("owner", owner)
                .getResultList()
                .isEmpty();
    }

    /**
     * Hides photos of one owner under a deletion, all that are live among {@code ids}.
     *
     * @return the ids that were live and are hidden now
     */
    @SuppressWarnings("unchecked") // a native query has no typed result
    public List<UUID> hide(UUID owner, Collection<UUID> ids, UUID deletion) {
        return entities.createNativeQuery(
                        "update photo set state = 'DELETED', deletion_id = :deletion"
                                + " where id = any(:ids) and owner_id = :owner and state = 'STORED' and exists"
                                + " (select 1 from album a where a.id = photo.album_id and a.deletion_id is null)"
                                + " returning id",
                        UUID.class)
                .setParameter("deletion", deletion)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("owner", owner)
                .getResultList();
    }

    /** Shows every photo again that {@code deletion} had hidden. */
    public void show(UUID deletion) {
        entities.createNativeQuery("update photo set state = 'STORED', deletion_id = null"
                        + " where deletion_id = :deletion and state = 'DELETED'")
                .setParameter("deletion", deletion)
                .executeUpdate();
    }

    /** Puts an abandoned upload under the deletion that removes what it left. */
    public void abandonedUnder(UUID photo, UUID deletion) {
        entities.createNativeQuery("update photo set deletion_id = :deletion where id = :id and state = 'ABANDONED'")
                .setParameter("deletion", deletion)
                .setParameter("id", photo)
                .executeUpdate();
    }

    /** The deletion that hid this owner's photo, itself or with its album, if one did. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    public Optional<UUID> deletionOf(UUID owner, UUID id) {
        List<UUID> deletions = entities.createNativeQuery(
                        "select coalesce(p.deletion_id, a.deletion_id) from photo p join album a on a.id = p.album_id"
                                + " where p.id = :id and p.owner_id = :owner"
                                + " and coalesce(p.deletion_id, a.deletion_id) is not null",
                        UUID.class)
                .setParameter("id", id)
                .setParameter("owner", owner)
                .getResultList();
        return deletions.stream().findFirst();
    }

    /** The next photos of a deleted album, oldest first, which from now on belong to {@code deletion}. */
    public DeletedPhotos deleteNextOfAlbum(UUID album, UUID deletion, Cursor after, int most) {
        return next(
                "with page as (select id from photo where album_id = :set and state = 'STORED'"
                        + " and (created_at, id) > (:createdAt, :id) order by created_at, id limit :most for update),"
                        + " deleted as (update photo set state = 'DELETED', deletion_id = :deletion"
                        + " from page where photo.id = page.id returning photo.created_at, photo.id)"
                        + NO_MORE_THUMBNAILS
                        + LAST_OF
                        + " deleted" + AND_HOW_MANY,
                album,
                after,
                most,
                Optional.of(deletion));
    }

    /** The next photos that were hidden or abandoned under {@code deletion}, oldest first. */
    public DeletedPhotos nextOfDeletion(UUID deletion, Cursor after, int most) {
        return next(
                "with page as (select created_at, id from photo where deletion_id = :set"
                        + " and state in ('DELETED', 'ABANDONED') and (created_at, id) > (:createdAt, :id)"
                        + " order by created_at, id limit :most)" + NO_MORE_THUMBNAILS + LAST_OF + " page"
                        + AND_HOW_MANY,
                deletion,
                after,
                most,
                Optional.empty());
    }

    /**
     * DELETED and ABANDONED to PURGED, for up to {@code most} photos of a deletion of which no storage holds a file any
     * more. The deletion has been planned to its end.
     *
     * @return how many
     */
    public int purge(UUID deletion, int most) {
        return entities.createNativeQuery("update photo set state = 'PURGED' where id in (select id from photo"
                        + " where deletion_id = :deletion and state in ('DELETED', 'ABANDONED')"
                        + " and id not in (select f.photo_id"
                        + " from file_removal r cross join unnest(r.file_keys) as k(key)"
                        + " join photo_file f on f.key = k.key"
                        + " where r.deletion_id = :deletion and r.state <> 'GONE') limit :most)")
                .setParameter("deletion", deletion)
                .setParameter("most", most)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private DeletedPhotos next(String sql, UUID set, Cursor after, int most, Optional<UUID> deletion) {
        var query = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("set", set)
                .setParameter("createdAt", after.createdAt())
                .setParameter("id", after.id())
                .setParameter("most", most);
        deletion.ifPresent(id -> query.setParameter("deletion", id));
        return ((List<Tuple>) query.getResultList())
                .stream()
                        .map(row -> new DeletedPhotos(
                                row.get(2, Number.class).intValue(),
                                new Cursor(row.get(0, Instant.class), row.get(1, UUID.class))))
                        .findFirst()
                        .orElse(new DeletedPhotos(0, after));
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private TypedQuery<Photo> photos(String sql, UUID owner) {
        return (TypedQuery<Photo>) entities.createNativeQuery(sql, Photo.class).setParameter("owner", owner);
    }
}
