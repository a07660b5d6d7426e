package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.lethe.idempotency.NewId;
import org.lethe.problem.ProblemException;

/**
 * Accepts a deletion: hides what is deleted and sends one message, both or neither; or holds it, where the brake says so.
 * The cost does not depend on how much an album holds. When a method returns, the deletion is durable.
 */
@Dependent
public class RequestDeletion {

    private final HoldDeletion hold;
    private final FindDeletions find;
    private final CommittedOutcome outcome;
    private final NewId made;

    @Inject
    RequestDeletion(HoldDeletion hold, FindDeletions find, CommittedOutcome outcome, NewId made) {
        this.hold = hold;
        this.find = find;
        this.outcome = outcome;
        this.made = made;
    }

    /**
     * Deletes what the target names. An album, a photo or a snapshot that is asked for again is answered with the
     * deletion that is under way, on its own terms.
     *
     * @param location makes the address of a deletion from its id
     * @return the deletion as it stands in the transaction that accepts it
     * @throws ProblemException 404 when the owner has no such thing; 422 listing the photos that are not live photos of
     *     this owner; 409 when a snapshot can be deleted no more; 503 when it was not accepted, or may have been
     */
    DeletionView of(UUID owner, DeletionTarget target, DeletionTerms terms, Function<UUID, URI> location) {
        UUID id = made.next();
        DeletionRequest request = new DeletionRequest(id, owner, target, terms);
        return outcome.of(location.apply(id), () -> find.one(owner, hold.orHide(request)));
    }
}
