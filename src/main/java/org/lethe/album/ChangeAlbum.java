package org.lethe.album;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lethe.change.MergePatch;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Renames an album, or chooses its cover, in the caller's transaction. */
@Dependent
class ChangeAlbum {

    static final String NAME = "name";
    static final String COVER = "coverPhotoId";

    private final Albums albums;

    @Inject
    ChangeAlbum(Albums albums) {
        this.albums = albums;
    }

    /**
     * Carries out a change of a locked album; without a cover the newest photo is it.
     *
     * @throws ProblemException 400, or 422 when the cover is no photo of this album
     */
    void change(Album album, MergePatch patch) {
        patch.requireKept(NAME);
        Optional<String> name = patch.text(NAME, NewAlbum.MAX_NAME);
        Optional<UUID> cover = patch.id(COVER);
        patch.check();
        name.ifPresent(album::renamed);
        if (patch.names(COVER)) {
            cover.ifPresent(photo -> requireWithin(album, photo));
            album.coverChosen(cover.orElse(null));
        }
        albums.flush();
    }

    private void requireWithin(Album album, UUID photo) {
        if (!albums.hasPhoto(album.id(), photo)) {
            throw Problem.unprocessable(
                            "unknown-photos",
                            "The cover must be a photo of this album, so nothing was changed.",
                            Map.of("photoIds", List.of(photo.toString())))
                    .exception();
        }
    }
}
