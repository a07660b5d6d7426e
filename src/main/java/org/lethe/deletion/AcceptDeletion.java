package org.lethe.deletion;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.lethe.photo.Photos;
import org.lethe.settings.LetheSettings;
import org.lethe.upload.UploadAbandoned;

/**
 * Writes a deletion's row and sends its first message, in the caller's transaction. The restore window is that
 * message's delay: one scheduled message for a deletion, whatever its size.
 */
@Dependent
public class AcceptDeletion {

    private final Deletions deletions;
    private final RemovalMessages messages;
    private final Photos photos;
    private final Duration restoreWindow;

    @Inject
    AcceptDeletion(Deletions deletions, RemovalMessages messages, Photos photos, LetheSettings settings) {
        this.deletions = deletions;
        this.messages = messages;
        this.photos = photos;
        this.restoreWindow = settings.deletion().restoreWindow();
    }

    /** Accepts what an owner asked for; it can be restored within the window of the settings. */
    UUID deletion(UUID id, UUID owner, DeletionKind kind, Optional<UUID> album) {
        deletions.add(id, owner, kind, album, restoreWindow);
        messages.sendLater(new PlanRemovalMessage(id, 0), Urgency.ofPage(0), restoreWindow);
        return id;
    }

    /** Removes what a failed upload left, in the transaction that gives it up. */
    void ofAbandonedUpload(@Observes UploadAbandoned upload) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        deletions.add(id, upload.ownerId(), DeletionKind.UPLOAD, Optional.empty(), Duration.ZERO);
        photos.abandonedUnder(upload.photoId(), id);
        messages.send(new PlanRemovalMessage(id, 0), Urgency.ofPage(0));
    }
}
