package org.lethe.upload;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.lethe.media.MediaFormat;
import org.lethe.photo.Photo;
import org.lethe.photo.PhotoFile;
import org.lethe.photo.Photos;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.storage.FileKey;
import org.lethe.upload.WriteUpload.Written;

/**
 * The two ends of an upload, each a transaction of its own: a row says what is about to be written before the first
 * byte is, so that no crash leaves a file that nobody knows of.
 */
@Dependent
public class UploadIntents {

    private final Uploads uploads;
    private final Photos photos;
    private final Event<UploadAbandoned> abandonments;
    private final Clock clock = Clock.systemUTC();

    @Inject
    UploadIntents(Uploads uploads, Photos photos, Event<UploadAbandoned> abandonments) {
        this.uploads = uploads;
        this.photos = photos;
        this.abandonments = abandonments;
    }

    /**
     * Announces a photo of a format that is known already, and every file that it will have.
     *
     * @throws ProblemException 404 when the owner has no such album
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    UploadIntent open(UUID owner, UploadRequest request, MediaFormat format) {
        requireAlbum(owner, request.albumId());
        Photo photo = new Photo(
                UuidCreator.getTimeOrderedEpoch(),
                request.albumId(),
                owner,
                request.filename(),
                format.contentType(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        FileKey key = FileKey.random();
        uploads.add(photo, new PhotoFile(key, photo.id(), PhotoFile.Kind.ORIGINAL));
        return new UploadIntent(photo.id(), owner, key);
    }

    /**
     * The photo is live from here on.
     *
     * @throws ProblemException 404 when its album was deleted while it was uploaded
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Photo stored(UploadIntent intent, UploadRequest request, Written written) {
        requireAlbum(intent.ownerId(), request.albumId());
        Photo photo = uploads.lockUploading(intent.photoId()).orElseThrow(() -> Problem.conflict(
                        "upload-given-up",
                        "The upload took longer than its limit and was given up. Upload the photo again.")
                .exception());
        photo.stored(written.bytes().bytes(), written.bytes().sha256(), written.facts());
        return photo;
    }

    /** Gives an upload up; what it left on any storage is removed like any other file. Nothing if it is stored. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void abandon(UUID photo, UUID owner) {
        if (uploads.abandoned(photo)) {
            abandonments.fire(new UploadAbandoned(photo, owner));
        }
    }

    private void requireAlbum(UUID owner, UUID album) {
        if (!photos.holdAlbum(owner, album)) {
            throw Problem.notFound("album", album).exception();
        }
    }
}
