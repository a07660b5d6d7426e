package org.lethe.callback;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.lethe.broker.Queues;
import org.lethe.log.LogEvent;
import org.lethe.push.Patience;
import org.lethe.push.RowMessage;
import org.lethe.serving.Chore;
import org.lethe.settings.LetheSettings;

/**
 * Sends callbacks again whose message is lost. While somebody has their queue paused, none is.
 */
@Dependent
public class PushCallbacks implements Chore {

    private static final int MOST = 1000;

    private final Callbacks callbacks;
    private final CallbackMessages messages;
    private final Patience patience;
    private final Duration overdue;

    @Inject
    PushCallbacks(Callbacks callbacks, CallbackMessages messages, Patience patience, LetheSettings settings) {
        this.callbacks = callbacks;
        this.messages = messages;
        this.patience = patience;
        this.overdue = settings.callback().overdue();
    }

    @Override
    public String name() {
        return "callbacks";
    }

    @Override
    public Duration period() {
        return patience.period();
    }

    @Override
    @Transactional
    public void round() {
        if (patience.isPaused(Queues.CALLBACK)) {
            return;
        }
        Duration silence = patience.with(Queues.CALLBACK, Queues.CALLBACK_DEAD, overdue);
        List<RowMessage> pushed = callbacks.pushAgain(silence, MOST);
        messages.send(pushed);
        if (!pushed.isEmpty()) {
            LogEvent.CALLBACKS_SENT_AGAIN.log(pushed.size());
        }
    }
}
