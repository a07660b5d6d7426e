package org.lethe.photo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lethe.change.MergePatch;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Renames a photo or moves it to another album, in the caller's transaction.
 *
 * <p>Both albums are held against being deleted meanwhile, so a photo never gets into an album that is deleted, and
 * never out of one: a deletion takes exactly what is in the album when it is accepted.
 */
@Dependent
class ChangePhoto {

    static final String FILENAME = "filename";
    static final String ALBUM = "albumId";

    private static final int MAX_FILENAME = 255;

    private final Photos photos;

    @Inject
    ChangePhoto(Photos photos) {
        this.photos = photos;
    }

    /**
     * Carries out a change of a locked photo.
     *
     * @throws ProblemException 400, or 422 when the owner has no such album to move it to
     */
    void change(Photo photo, MergePatch patch) {
        patch.requireKept(ALBUM);
        Optional<String> filename = patch.text(FILENAME, MAX_FILENAME);
        Optional<UUID> album = patch.id(ALBUM);
        patch.check();
        if (patch.names(FILENAME)) {
            photo.renamed(filename.orElse(null));
        }
        album.filter(target -> !target.equals(photo.albumId())).ifPresent(target -> move(photo, target));
        photos.flush();
    }

    private void move(Photo photo, UUID album) {
        List<UUID> held = photos.holdAlbums(photo.ownerId(), List.of(photo.albumId(), album));
        if (!held.contains(photo.albumId())) {
            throw Problem.notFound("photo", photo.id()).exception();
        }
        if (!held.contains(album)) {
            throw Problem.unprocessable(
                            "unknown-album",
                            "There is no album " + album + " to move the photo to, so nothing was changed.",
                            Map.of("albumId", album.toString()))
                    .exception();
        }
        photo.movedTo(album);
    }
}
