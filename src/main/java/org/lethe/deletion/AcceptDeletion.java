package org.lethe.deletion;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.lethe.photo.Photos;
import org.lethe.upload.UploadAbandoned;

/**
 * Writes a deletion's row and sends its first message, in the caller's transaction. The restore window is that
 * message's delay: one scheduled message for a deletion, whatever its size. The row says when the window ends, by the
 * database's clock; the broker's only says when it is worth to ask: a message that comes early is sent on with the rest
 * of the delay, one that comes late lengthens nothing, since a restore asks the row as well, under the same lock.
 */
@Dependent
public class AcceptDeletion {

    private final Deletions deletions;
    private final RemovalMessages messages;
    private final Photos photos;

    @Inject
    AcceptDeletion(Deletions deletions, RemovalMessages messages, Photos photos) {
        this.deletions = deletions;
        this.messages = messages;
        this.photos = photos;
    }

    /** Accepts what an owner asked for; it can be restored within the window of its terms. */
    UUID deletion(DeletionRequest request, DeletionKind kind, Optional<UUID> album) {
        Duration window = request.terms().restoreWindow();
        deletions.add(request.id(), request.owner(), kind, album, window);
        messages.sendLater(new PlanRemovalMessage(request.id(), 0), Urgency.ofPage(0), window);
        return request.id();
    }

    /** Removes what a failed upload left, in the transaction that gives it up. */
    void ofAbandonedUpload(@Observes UploadAbandoned upload) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        deletions.add(id, upload.ownerId(), DeletionKind.UPLOAD, Optional.empty(), Duration.ZERO);
        photos.abandonedUnder(upload.photoId(), id);
        messages.send(new PlanRemovalMessage(id, 0), Urgency.ofPage(0));
    }
}
