package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.lethe.photo.Photo;
import org.lethe.photo.Photos;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.UploadSettings;
import org.lethe.storage.FileKey;

/**
 * The steps of an upload that comes in pieces, each a transaction of its own.
 *
 * <p>No lock is held while bytes come: a piece counts when the upload still stands where the piece began, so of two at
 * the same place the first that is complete wins, and the other is 409 and its file removed. A connection that hangs never keeps its client from
 * going on over another. A file is announced before it is made, and once it is made the upload is asked again whether it
 * is open: what ends the upload either finds the file, or its writer finds the end and removes it.
 */
@Dependent
public class ResumableSteps {

    private static final int MOST_PARTS = 10_000;

    private final ResumableUploads resumables;
    private final Uploads uploads;
    private final Usages usages;
    private final Photos photos;
    private final Event<UploadAbandoned> abandonments;
    private final UploadSettings settings;

    @Inject
    ResumableSteps(
            ResumableUploads resumables,
            Uploads uploads,
            Usages usages,
            Photos photos,
            Event<UploadAbandoned> abandonments,
            LetheSettings settings) {
        this.resumables = resumables;
        this.uploads = uploads;
        this.usages = usages;
        this.photos = photos;
        this.abandonments = abandonments;
        this.settings = settings.upload();
    }

    /**
     * Begins an upload.
     *
     * @param id that it will have, and its photo's files
     * @throws ProblemException 404 without such an album, 413 when too large, 422 beyond the quota, 409 beyond too many
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public ResumableUpload create(UUID owner, UUID id, NewUpload wanted) {
        if (wanted.bytes() > settings.maxBytes()) {
            throw Problem.tooLarge(settings.maxBytes()).exception();
        }
        usages.lock(owner).requireRoomFor(wanted.bytes());
        if (resumables.open(owner) >= settings.maxOpen()) {
            throw Problem.conflict(
                            "too-many-open-uploads",
                            settings.maxOpen() + " uploads are open. End some of them, or terminate them, first.")
                    .exception();
        }
        if (!photos.holdAlbum(owner, wanted.albumId())) {
            throw Problem.notFound("album", wanted.albumId()).exception();
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        uploads.add(new Photo(
                id, wanted.albumId(), owner, wanted.filename(), "application/octet-stream", wanted.bytes(), now));
        ResumableUpload upload = new ResumableUpload(id, owner, wanted, now.plus(settings.expiry()));
        resumables.add(upload);
        return upload;
    }

    /** An upload of this owner that was begun, whatever has become of it since. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<ResumableUpload> begun(UUID owner, UUID id) {
        return resumables.find(owner, id);
    }

    /**
     * An upload of this owner.
     *
     * @throws ProblemException 404 when the owner has no such upload, 410 when it has ended
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public ResumableUpload find(UUID owner, UUID id) {
        ResumableUpload upload = resumables.find(owner, id).orElseThrow(() -> Problem.notFound("upload", id)
                .exception());
        if (upload.isEnded()) {
            throw over();
        }
        return upload;
    }

    /** The key of a file for the next bytes. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public FileKey announce(UUID id, long offset) {
        requireAt(id, offset);
        if (resumables.announced(id) >= MOST_PARTS) {
            throw Problem.unprocessable(
                            "too-many-parts",
                            "The upload came in " + MOST_PARTS + " pieces. Begin again, and send larger ones.",
                            Map.of("maxParts", MOST_PARTS))
                    .exception();
        }
        FileKey key = FileKey.random();
        resumables.announce(id, key);
        return key;
    }

    /** Lets pass while the upload stands there. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public ResumableUpload requireAt(UUID id, long offset) {
        ResumableUpload upload = resumables.lock(id).orElseThrow(ResumableSteps::over);
        if (!upload.isOpen()) {
            throw over();
        }
        if (upload.received() != offset) {
            throw Problem.conflict(
                            "wrong-offset",
                            "The upload stands at " + upload.received() + ", not at " + offset
                                    + ". Ask for it with HEAD, and go on from there.")
                    .exception();
        }
        return upload;
    }

    /**
     * A file with the bytes from {@code offset} up to {@code end} counts. Of the last one a byte is held back until all
     * of it is a photo: a client that was cut off then has something to send, and learns what came of it.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public ResumableUpload received(UUID id, long offset, FileKey key, long end) {
        ResumableUpload upload = requireAt(id, offset);
        resumables.addPart(id, offset, key);
        if (end == upload.bytes()) {
            resumables.release(id);
        }
        upload.receivedUpTo(
                Math.min(end, upload.bytes() - 1),
                Instant.now().truncatedTo(ChronoUnit.MICROS).plus(settings.expiry()));
        return upload;
    }

    /** A file that never counted, and is gone from every storage. When the upload is over, its removal names it already. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forget(UUID id, FileKey key) {
        resumables.lock(id).filter(ResumableUpload::isOpen).ifPresent(upload -> resumables.forget(id, key));
    }

    /** What it is made of. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UploadPart> parts(ResumableUpload upload) {
        return resumables.partsOf(upload.id(), upload.bytes());
    }

    /** It has become this photo; the pieces are removed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void stored(UUID id, UUID photo) {
        resumables.lock(id).filter(ResumableUpload::isOpen).ifPresent(upload -> {
            upload.stored(photo);
            removeParts(upload);
        });
    }

    /** Nothing becomes of it; the pieces are removed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void end(UUID id) {
        resumables.lock(id).filter(ResumableUpload::isOpen).ifPresent(upload -> {
            upload.ended();
            removeParts(upload);
        });
    }

    /**
     * As {@link #end}, because its client wants so.
     *
     * @param address of a photo
     * @throws ProblemException 409 with the photo's address when it has become one; 410 when it has ended
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void terminate(UUID id, Function<UUID, URI> address) {
        ResumableUpload upload =
                resumables.lock(id).filter(found -> !found.isEnded()).orElseThrow(ResumableSteps::over);
        upload.photoId().ifPresent(photo -> {
            throw Problem.conflict(
                            "upload-complete",
                            "The upload is complete, so there is nothing to terminate. What 'Location' names is the photo that"
                                    + " it became; delete that.")
                    .withLocation(address.apply(photo))
                    .exception();
        });
        end(id);
    }

    /** Uploads that nobody went on with until they expired. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> expired(int most) {
        return resumables.expired(most);
    }

    private void removeParts(ResumableUpload upload) {
        if (uploads.abandoned(upload.id())) {
            abandonments.fire(new UploadAbandoned(upload.id(), upload.ownerId()));
        }
    }

    private static ProblemException over() {
        return Problem.of(
                        "upload-over",
                        410,
                        "The upload was refused, terminated, or expired, or is complete. Begin a new one.")
                .exception();
    }
}
