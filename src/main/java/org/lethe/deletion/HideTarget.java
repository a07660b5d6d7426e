package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lethe.album.Albums;
import org.lethe.photo.Photos;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Hides what a request wants deleted and accepts the deletion, in the caller's transaction. */
@Dependent
class HideTarget {

    private final Albums albums;
    private final Photos photos;
    private final AcceptDeletion accept;
    private final HideSnapshot hideSnapshot;

    @Inject
    HideTarget(Albums albums, Photos photos, AcceptDeletion accept, HideSnapshot hideSnapshot) {
        this.albums = albums;
        this.photos = photos;
        this.accept = accept;
        this.hideSnapshot = hideSnapshot;
    }

    /**
     * Hides the target.
     *
     * @return the deletion that hides it: the request's, or an earlier one
     * @throws ProblemException as {@link RequestDeletion#of} says; the transaction is then to be rolled back
     */
    UUID under(DeletionRequest request) {
        if (request.target() instanceof DeletionTarget.OfAlbum album) {
            return album(request, album.id());
        }
        if (request.target() instanceof DeletionTarget.OfPhoto photo) {
            return photo(request, photo.id());
        }
        if (request.target() instanceof DeletionTarget.OfPhotos several) {
            return photos(request, several.photoIds());
        }
        return hideSnapshot.under(request, ((DeletionTarget.OfSnapshot) request.target()).id());
    }

    private UUID album(DeletionRequest request, UUID album) {
        if (albums.delete(request.owner(), album, request.id())) {
            return accept.deletion(request, DeletionKind.ALBUM, Optional.of(album));
        }
        return albums.deletionOf(request.owner(), album)
                .orElseThrow(() -> Problem.notFound("album", album).exception());
    }

    private UUID photo(DeletionRequest request, UUID photo) {
        if (photos.hide(request.owner(), List.of(photo), request.id()).size() == 1) {
            return accept.deletion(request, DeletionKind.PHOTOS, Optional.empty());
        }
        return photos.deletionOf(request.owner(), photo)
                .orElseThrow(() -> Problem.notFound("photo", photo).exception());
    }

    private UUID photos(DeletionRequest request, Collection<UUID> wanted) {
        Set<UUID> unknown = new LinkedHashSet<>(wanted);
        photos.hide(request.owner(), wanted, request.id()).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw UnknownPhotos.problem(unknown);
        }
        return accept.deletion(request, DeletionKind.PHOTOS, Optional.empty());
    }
}
