package org.lethe.thumbnail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lethe.log.LogEvent;
import org.lethe.photo.PhotoStored;

/**
 * Asks for the thumbnails of a photo that was stored: a row in its transaction, a message after it. The message is sent
 * beside the upload, which neither waits for the broker nor needs it; {@link PushThumbnails} finds what was not sent.
 * Safe for use by many threads.
 */
@ApplicationScoped
class RequestThumbnails {

    private static final long TOGETHER_MILLIS = 25;

    private final Queue<UUID> asked = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean sending = new AtomicBoolean();

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    PendingThumbnails waiting;

    @Inject
    ThumbnailMessages messages;

    void note(@Observes PhotoStored photo) {
        if (photo.format().isDecodable()) {
            waiting.add(photo.photoId());
        }
    }

    void push(@Observes(during = TransactionPhase.AFTER_SUCCESS) PhotoStored photo) {
        if (!photo.format().isDecodable()) {
            return;
        }
        asked.add(photo.photoId());
        if (sending.compareAndSet(false, true)) {
            ScheduledFuture<?> unused = // it tells of its failure itself
                    scheduler.schedule(this::send, TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void send() {
        sending.set(false); // before taking: who asks from here on sends again
        List<UUID> photos = new ArrayList<>();
        for (UUID photo = asked.poll(); photo != null; photo = asked.poll()) {
            photos.add(photo);
        }
        try {
            messages.send(photos);
        } catch (RuntimeException unreachable) {
            LogEvent.THUMBNAILS_NOT_ASKED.log(photos.size(), unreachable.getMessage());
        }
    }
}
