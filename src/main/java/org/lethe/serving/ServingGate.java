package org.lethe.serving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Closed until the start-up checks have passed, then open for good. Safe for use by many threads. */
@ApplicationScoped
public class ServingGate {

    /** Shorter than the transaction in which a listener waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch opened = new CountDownLatch(1);
    private final Event<ServingBegan> began;

    @Inject
    ServingGate(Event<ServingBegan> began) {
        this.began = began;
    }

    ServingGate() {
        this(null);
    }

    /** Lets everybody through, and tells those who start their own work then. */
    public void open() {
        opened.countDown();
        began.fire(new ServingBegan());
    }

    /** Whether the start-up checks have passed. */
    public boolean isOpen() {
        return opened.getCount() == 0;
    }

    /**
     * Waits until the node serves.
     *
     * @throws NotServingException after 20 s; a message that was taken is delivered again
     */
    public void await() {
        try {
            if (!opened.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new NotServingException(
                        "not serving after " + PATIENCE.toSeconds() + " s; delivered again later");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotServingException("interrupted while waiting to serve; delivered again later");
        }
    }
}
