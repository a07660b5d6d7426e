package org.lethe.photo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.lethe.page.PageRequest;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What an owner sees of the photos. Another owner's photo and one that never was are answered alike. */
@Dependent
class FindPhotos {

    private final Photos photos;

    @Inject
    FindPhotos(Photos photos) {
        this.photos = photos;
    }

    /**
     * One photo.
     *
     * @throws ProblemException 404 when the owner sees no such photo
     */
    @Transactional
    Photo one(UUID owner, UUID id) {
        return photos.visible(owner, id)
                .orElseThrow(() -> Problem.notFound("photo", id).exception());
    }

    /**
     * The original, as it is given away.
     *
     * @throws ProblemException as {@link #one}
     */
    ServedFile original(UUID owner, UUID id) {
        return photos.visibleOriginal(owner, id)
                .orElseThrow(() -> Problem.notFound("photo", id).exception());
    }

    /**
     * A thumbnail, as it is given away.
     *
     * @param size {@code small} or {@code large}
     * @throws ProblemException as {@link #one}; 400 for another size; 404 while it is not made, and when there is none
     */
    @Transactional
    ServedFile thumbnail(UUID owner, UUID id, String size) {
        PhotoFile.Kind kind = thumbnailKind(size);
        Photo photo = one(owner, id);
        PhotoFile file = photos.file(photo, kind).orElseThrow(FindPhotos::noThumbnail);
        if (file.bytes() == null && !photos.awaitThumbnails(photo)) {
            throw noThumbnail();
        }
        if (file.bytes() == null) {
            throw Problem.of("thumbnail-not-ready", 404, "The thumbnail is being drawn. Ask again in a moment.")
                    .withRetryAfter(Duration.ofSeconds(1))
                    .exception();
        }
        return new ServedFile(file.key(), "image/jpeg", file.bytes(), photo.sha256() + "-" + size, null);
    }

    /** A page of all photos that were taken in a time, or else uploaded in it. */
    @Transactional
    List<Photo> inTime(UUID owner, TimeRange range, PageRequest page) {
        return photos.visibleInTime(owner, range, page);
    }

    /**
     * A page of an album's photos.
     *
     * @throws ProblemException 404 when the owner sees no such album
     */
    List<Photo> inAlbum(UUID owner, UUID album, PageRequest page) {
        List<Photo> found = photos.visibleInAlbum(owner, album, page);
        if (found.isEmpty() && !photos.albumVisible(owner, album)) {
            throw Problem.notFound("album", album).exception();
        }
        return found;
    }

    private static PhotoFile.Kind thumbnailKind(String size) {
        return switch (size) {
            case "small" -> PhotoFile.Kind.SMALL;
            case "large" -> PhotoFile.Kind.LARGE;
            default ->
                throw Problem.malformed(
                                "There are thumbnails of two sizes.",
                                List.of(new FieldError("size", "must be small or large")))
                        .exception();
        };
    }

    private static ProblemException noThumbnail() {
        return Problem.of("no-thumbnail", 404, "This photo has no thumbnail. Show its content, or a placeholder.")
                .exception();
    }
}
