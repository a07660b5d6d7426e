package org.lethe.notification;

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
 * Sends notifications again whose message is lost. While somebody has their queue paused, none is. Forgets those that are old, too.
 */
@Dependent
public class PushNotifications implements Chore {

    private static final int MOST = 1000;
    private static final Duration KEPT = Duration.ofDays(90);

    private final Notifications notifications;
    private final NotificationMessages messages;
    private final Patience patience;
    private final Duration overdue;

    @Inject
    PushNotifications(
            Notifications notifications, NotificationMessages messages, Patience patience, LetheSettings settings) {
        this.notifications = notifications;
        this.messages = messages;
        this.patience = patience;
        this.overdue = settings.notification().overdue();
    }

    @Override
    public String name() {
        return "lost notifications";
    }

    @Override
    public Duration period() {
        return patience.period();
    }

    @Override
    @Transactional
    public void round() {
        notifications.forget(KEPT);
        if (patience.isPaused(Queues.NOTIFICATION)) {
            return;
        }
        Duration silence = patience.with(Queues.NOTIFICATION, Queues.NOTIFICATION_DEAD, overdue);
        List<RowMessage> pushed = notifications.pushAgain(silence, MOST);
        messages.send(pushed);
        if (!pushed.isEmpty()) {
            LogEvent.NOTIFICATIONS_SENT_AGAIN.log(pushed.size());
        }
    }
}
