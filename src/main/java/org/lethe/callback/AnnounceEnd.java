package org.lethe.callback;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lethe.event.CloudEvent;

/**
 * Has an owner called back since a deletion has ended: what is told is fixed, and its message sent, in the transaction of
 * the end. When it ends again, it is told again, and what was not delivered of the end before is not told any more.
 */
@Dependent
public class AnnounceEnd {

    private final Callbacks callbacks;
    private final CallbackMessages messages;

    @Inject
    AnnounceEnd(Callbacks callbacks, CallbackMessages messages) {
        this.callbacks = callbacks;
        this.messages = messages;
    }

    /** Does nothing for a deletion that nobody wants to be called back for. */
    public void of(UUID deletion, CloudEvent event) {
        messages.send(callbacks.ended(deletion, event).map(List::of).orElse(List.of()));
    }
}
