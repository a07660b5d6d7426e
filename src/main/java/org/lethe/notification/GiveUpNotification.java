package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.lethe.log.LogEvent;
import org.lethe.push.RowMessage;

/** Gives up a notification that the broker has given up, in the transaction that takes it from the dead letters. */
@Dependent
public class GiveUpNotification {

    private final Notifications notifications;

    @Inject
    GiveUpNotification(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Does nothing when it was delivered, or sent anew. */
    @Transactional(Transactional.TxType.MANDATORY)
    void of(RowMessage message) {
        if (notifications.gaveUp(message)) {
            LogEvent.NOTIFICATION_GIVEN_UP.log(message.id());
        }
    }
}
