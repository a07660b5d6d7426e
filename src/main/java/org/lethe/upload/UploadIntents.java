package org.lethe.upload;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.lethe.media.MediaFormat;
import org.lethe.photo.Photo;
import org.lethe.photo.PhotoFile;
import org.lethe.photo.PhotoStored;
import org.lethe.photo.Photos;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.storage.FileKey;
import org.lethe.upload.WriteUpload.Written;

/**
 * The two ends of an upload, each a transaction of its own: a row says what is about to be written before the first
 * byte is, so that no crash leaves a file that nobody knows of.
 *
 * <p>The bytes that a row announces count from then on: both ends decide about an owner's quota under a lock on the owner,
 * so two uploads at the same time never both take the last place. Locks are taken in one order, owner, album, photo.
 */
@Dependent
public class UploadIntents {

    private final Uploads uploads;
    private final Usages usages;
    private final Photos photos;
    private final Event<UploadAbandoned> abandonments;
    private final Event<PhotoStored> arrivals;
    private final Clock clock = Clock.systemUTC();

    @Inject
    UploadIntents(
            Uploads uploads,
            Usages usages,
            Photos photos,
            Event<UploadAbandoned> abandonments,
            Event<PhotoStored> arrivals) {
        this.uploads = uploads;
        this.usages = usages;
        this.photos = photos;
        this.abandonments = abandonments;
        this.arrivals = arrivals;
    }

    /**
     * Announces a photo of a format that is known already, and every file that it will have.
     *
     * @throws ProblemException 404 when the owner has no such album, 422 when its bytes do not fit
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    UploadIntent open(UUID owner, UploadRequest request, MediaFormat format) {
        Usage before = usages.lock(owner);
        before.requireRoomFor(request.announcedBytes());
        holdAlbum(owner, request.albumId());
        Photo photo = new Photo(
                UuidCreator.getTimeOrderedEpoch(),
                request.albumId(),
                owner,
                request.filename(),
                format.contentType(),
                request.announcedBytes() < 0 ? null : request.announcedBytes(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        FileKey key = FileKey.random();
        uploads.add(photo, new PhotoFile(key, photo.id(), PhotoFile.Kind.ORIGINAL));
        if (format.isDecodable()) {
            PhotoFile.Kind.THUMBNAILS.forEach(size -> uploads.add(new PhotoFile(FileKey.random(), photo.id(), size)));
        }
        return new UploadIntent(photo.id(), owner, key, before);
    }

    /**
     * The photo is live from here on; or the album has it already, and then the upload is left to be abandoned. The lock
     * on the album is what makes one photo of two equal uploads at the same time.
     *
     * @throws ProblemException 404 when its album was deleted while it was uploaded, 409 when the upload was given up, 422
     *     when it was larger than announced and does not fit
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Uploaded stored(UploadIntent intent, UploadRequest request, Written written) {
        StoredBytes actual = written.bytes();
        if (actual.bytes() > request.announcedBytes()) {
            usages.lock(intent.ownerId()).requireRoomFor(actual.bytes() - Math.max(request.announcedBytes(), 0));
        }
        holdAlbum(intent.ownerId(), request.albumId());
        Photo photo = uploads.lockUploading(intent.photoId()).orElseThrow(() -> Problem.conflict(
                        "upload-given-up",
                        "The upload took longer than its limit and was given up. Upload the photo again.")
                .exception());
        Optional<Photo> same = uploads.sameInAlbum(request.albumId(), actual.sha256());
        if (same.isPresent()) {
            return Uploaded.duplicateOf(same.get());
        }
        Optional<PreviousDeletion> before = uploads.previousDeletion(intent.ownerId(), actual.sha256());
        photo.stored(actual.bytes(), actual.sha256(), written.facts());
        arrivals.fire(new PhotoStored(photo.id(), photo.format()));
        return new Uploaded(photo, false, before);
    }

    /** Gives an upload up; what it left on any storage is removed like any other file. Nothing if it is stored. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void abandon(UUID photo, UUID owner) {
        if (uploads.abandoned(photo)) {
            abandonments.fire(new UploadAbandoned(photo, owner));
        }
    }

    /**
     * Lets those go on who have this album.
     *
     * @throws ProblemException 404 when the owner has no such album
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void requireAlbum(UUID owner, UUID album) {
        if (!photos.albumVisible(owner, album)) {
            throw Problem.notFound("album", album).exception();
        }
    }

    private void holdAlbum(UUID owner, UUID album) {
        if (!photos.holdAlbum(owner, album)) {
            throw Problem.notFound("album", album).exception();
        }
    }
}
