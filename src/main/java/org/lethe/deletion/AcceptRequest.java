package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lethe.account.Owner;
import org.lethe.album.Albums;
import org.lethe.audit.Origin;
import org.lethe.callback.CallbackUrl;
import org.lethe.event.CloudEvent;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.LetheSettings;

/**
 * Accepts a deletion that was asked for by other means than HTTP, in the caller's transaction. What is to be refused is
 * refused before anything is changed.
 */
@Dependent
public class AcceptRequest {

    private final HoldDeletion hold;
    private final Deletions deletions;
    private final Libraries libraries;
    private final Albums albums;
    private final DeletionEvents events;
    private final LetheSettings settings;

    @Inject
    AcceptRequest(
            HoldDeletion hold,
            Deletions deletions,
            Libraries libraries,
            Albums albums,
            DeletionEvents events,
            LetheSettings settings) {
        this.hold = hold;
        this.deletions = deletions;
        this.libraries = libraries;
        this.albums = albums;
        this.events = events;
        this.settings = settings;
    }

    /**
     * A deletion that does what was asked for.
     *
     * @param isOver whether nothing will happen to it any more by itself
     */
    public record Accepted(UUID id, String state, boolean isOver) {}

    /**
     * Looks whether it can be accepted, and changes nothing.
     *
     * @throws ProblemException 400, 404 or 422 when it cannot
     */
    public void check(Owner owner, NewDeletion wanted) {
        if (wanted.dryRun() != null || wanted.snapshotId() != null) {
            throw Problem.malformed(
                            "Dry runs are made by HTTP only. Nothing was deleted.",
                            List.of(new FieldError(
                                    wanted.dryRun() != null ? "dryRun" : "snapshotId", "is not for a message")))
                    .exception();
        }
        DeletionRequest request = request(UUID.randomUUID(), owner, wanted);
        if (request.target() instanceof DeletionTarget.OfAlbum album) {
            requireAlbum(owner, album.id());
        } else {
            requirePhotos(owner, request.target().photoIds());
        }
    }

    /**
     * Accepts it. A failure leaves the transaction to be rolled back.
     *
     * @param id that it has, if no other deletion has begun to do the same before
     * @throws ProblemException when it was overtaken by another since it was checked, or the broker does not answer
     */
    public Accepted accept(UUID id, Owner owner, NewDeletion wanted) {
        return found(hold.orHide(request(id, owner, wanted))).orElseThrow();
    }

    /** How a deletion stands. */
    public Optional<Accepted> found(UUID id) {
        return deletions
                .find(id)
                .map(deletion -> new Accepted(
                        deletion.id(), deletion.state().name(), deletion.state().isOver()));
    }

    /** What is told of the end of a deletion that is over. */
    public CloudEvent endOf(UUID id) {
        return events.endOf(deletions.find(id).orElseThrow());
    }

    private DeletionRequest request(UUID id, Owner owner, NewDeletion wanted) {
        DeletionTarget target = wanted.target(settings.deletion().maxPhotos());
        Optional<CallbackUrl> callback = wanted.callbackUrl().map(url -> CallbackUrl.of(url, settings.callback()));
        DeletionTerms terms =
                DeletionTerms.of(wanted.restoreWindow(), settings.deletion()).tellingTo(callback);
        Origin origin = new Origin(owner.login(), Optional.empty(), Optional.empty());
        return new DeletionRequest(id, owner.id(), target, terms, Optional.of(origin));
    }

    private void requireAlbum(Owner owner, UUID album) {
        if (!albums.has(owner.id(), album)) {
            throw Problem.notFound("album", album).exception();
        }
    }

    private void requirePhotos(Owner owner, Collection<UUID> photos) {
        Set<UUID> unknown = new LinkedHashSet<>(photos);
        libraries.liveAmong(owner.id(), photos).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw UnknownPhotos.problem(unknown);
        }
    }
}
