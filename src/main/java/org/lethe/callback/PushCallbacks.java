package org.lethe.callback;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.Queues;
import org.lethe.log.LogEvent;
import org.lethe.redelivery.LivePolicies;
import org.lethe.serving.Chore;
import org.lethe.settings.LetheSettings;

/**
 * Sends callbacks again whose message is lost. While their queues hold none, whoever is to be sent has none; otherwise its
 * own may be among those that wait for their next attempt, which is longer than any wait between two. While somebody has
 * their queue paused, none is.
 */
@Dependent
public class PushCallbacks implements Chore {

    private static final int MOST = 1000;

    private final Callbacks callbacks;
    private final CallbackMessages messages;
    private final BrokerManagement broker;
    private final LivePolicies policies;
    private final LetheSettings settings;

    @Inject
    PushCallbacks(
            Callbacks callbacks,
            CallbackMessages messages,
            BrokerManagement broker,
            LivePolicies policies,
            LetheSettings settings) {
        this.callbacks = callbacks;
        this.messages = messages;
        this.broker = broker;
        this.policies = policies;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "callbacks";
    }

    @Override
    public Duration period() {
        return settings.reconcile().grace().plusSeconds(1);
    }

    @Override
    @Transactional
    public void round() {
        if (policies.isPaused(Queues.CALLBACK)) {
            return;
        }
        List<CallbackMessage> pushed = callbacks.pushAgain(patience(), MOST);
        messages.send(pushed);
        if (!pushed.isEmpty()) {
            LogEvent.CALLBACKS_SENT_AGAIN.log(pushed.size());
        }
    }

    private Duration patience() {
        boolean nothing = Stream.of(Queues.CALLBACK, Queues.CALLBACK_DEAD)
                .allMatch(queue -> broker.depth(queue).holdsNothing());
        return nothing
                ? settings.reconcile().grace()
                : policies.overdue(Queues.CALLBACK, settings.callback().overdue());
    }
}
