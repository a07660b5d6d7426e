package org.lethe.thumbnail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.Queues;
import org.lethe.serving.Chore;
import org.lethe.settings.LetheSettings;

/** Asks again for thumbnails whose message is lost: while the queue holds none, whoever still waits has none. */
@Dependent
public class PushThumbnails implements Chore {

    private static final int MOST = 1000;

    private final PendingThumbnails waiting;
    private final ThumbnailMessages messages;
    private final BrokerManagement broker;
    private final Duration grace;

    @Inject
    PushThumbnails(
            PendingThumbnails waiting, ThumbnailMessages messages, BrokerManagement broker, LetheSettings settings) {
        this.waiting = waiting;
        this.messages = messages;
        this.broker = broker;
        this.grace = settings.reconcile().grace();
    }

    @Override
    public String name() {
        return "thumbnails";
    }

    @Override
    public Duration period() {
        return grace.plusSeconds(1);
    }

    @Override
    @Transactional
    public void round() {
        if (broker.depth(Queues.THUMBNAIL).holdsNothing()) {
            Collection<UUID> photos = waiting.pushAgain(grace, MOST);
            messages.send(photos);
        }
    }
}
