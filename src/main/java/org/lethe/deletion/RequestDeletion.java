package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.lethe.album.Albums;
import org.lethe.idempotency.NewId;
import org.lethe.photo.Photos;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Accepts a deletion: hides what is deleted and sends one message, both or neither. The cost does not depend on how
 * much an album holds. When a method returns, the deletion is durable.
 */
@Dependent
public class RequestDeletion {

    private final Albums albums;
    private final Photos photos;
    private final AcceptDeletion accept;
    private final FindDeletions find;
    private final CommittedOutcome outcome;
    private final NewId made;

    @Inject
    RequestDeletion(
            Albums albums,
            Photos photos,
            AcceptDeletion accept,
            FindDeletions find,
            CommittedOutcome outcome,
            NewId made) {
        this.albums = albums;
        this.photos = photos;
        this.accept = accept;
        this.find = find;
        this.outcome = outcome;
        this.made = made;
    }

    /**
     * Deletes an album and everything in it. Asked for again, it answers the deletion that is under way,
     * on its own terms.
     *
     * @param location makes the address of a deletion from its id
     * @return the deletion as it stands in the transaction that accepts it
     * @throws ProblemException 404 when the owner has no such album; 503 when it was not accepted, or may have been
     */
    DeletionView ofAlbum(UUID owner, UUID album, DeletionTerms terms, Function<UUID, URI> location) {
        UUID id = made.next();
        return outcome.of(location.apply(id), () -> {
            if (albums.delete(owner, album, id)) {
                return find.one(owner, accept.deletion(id, owner, DeletionKind.ALBUM, Optional.of(album), terms));
            }
            return earlier(owner, "album", album, albums.deletionOf(owner, album));
        });
    }

    /** Deletes one photo, as {@link #ofAlbum} does an album. */
    DeletionView ofPhoto(UUID owner, UUID photo, DeletionTerms terms, Function<UUID, URI> location) {
        UUID id = made.next();
        return outcome.of(location.apply(id), () -> {
            if (photos.hide(owner, List.of(photo), id).size() == 1) {
                return find.one(owner, accept.deletion(id, owner, DeletionKind.PHOTOS, Optional.empty(), terms));
            }
            return earlier(owner, "photo", photo, photos.deletionOf(owner, photo));
        });
    }

    /**
     * Deletes photos, all of them or none.
     *
     * @throws ProblemException 422 listing those that are not live photos of this owner
     */
    DeletionView ofPhotos(UUID owner, Collection<UUID> wanted, DeletionTerms terms, Function<UUID, URI> location) {
        UUID id = made.next();
        return outcome.of(location.apply(id), () -> {
            Set<UUID> unknown = new LinkedHashSet<>(wanted);
            photos.hide(owner, wanted, id).forEach(unknown::remove);
            if (!unknown.isEmpty()) {
                throw notAllOwned(unknown);
            }
            return find.one(owner, accept.deletion(id, owner, DeletionKind.PHOTOS, Optional.empty(), terms));
        });
    }

    private DeletionView earlier(UUID owner, String kind, UUID id, Optional<UUID> deletion) {
        return find.one(
                owner, deletion.orElseThrow(() -> Problem.notFound(kind, id).exception()));
    }

    private static ProblemException notAllOwned(Collection<UUID> unknown) {
        return Problem.unprocessable(
                        "unknown-photos",
                        "Some of the ids are not photos of yours, so nothing was deleted.",
                        Map.of("photoIds", unknown.stream().map(UUID::toString).toList()))
                .exception();
    }
}
