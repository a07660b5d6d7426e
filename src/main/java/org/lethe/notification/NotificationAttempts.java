package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.lethe.push.RowMessage;

/** What was tried and failed, kept whatever becomes of the transaction that it was tried in. */
@Dependent
public class NotificationAttempts {

    private final Notifications notifications;

    @Inject
    NotificationAttempts(Notifications notifications) {
        this.notifications = notifications;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(RowMessage message, String error) {
        notifications.attemptFailed(message, error);
    }
}
