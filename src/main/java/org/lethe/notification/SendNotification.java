package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.lethe.log.LogEvent;
import org.lethe.outbound.NotDeliveredException;
import org.lethe.push.RowMessage;

/**
 * Sends one notification and records that it was delivered, in the transaction that takes its message. No row is locked
 * meanwhile. A node that dies in between has it sent again, with the same id.
 */
@Dependent
public class SendNotification {

    private final Notifications notifications;
    private final Channels channels;
    private final Groups groups;
    private final Deliver deliver;

    @Inject
    SendNotification(Notifications notifications, Channels channels, Groups groups, Deliver deliver) {
        this.notifications = notifications;
        this.channels = channels;
        this.groups = groups;
        this.deliver = deliver;
    }

    /**
     * Sends what a message names, if it is still due.
     *
     * @throws NotDeliveredException when it was not taken, or its row cannot be seen yet; the broker delivers it again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(RowMessage message) {
        if (!notifications.isVisible(message)) {
            throw new NotDeliveredException("no row yet for a notification; it is delivered again");
        }
        notifications.due(message).ifPresent(notice -> send(message, notice));
    }

    private void send(RowMessage message, Notice notice) {
        Optional<Channel> channel =
                channels.find(notice.channel()).filter(found -> found.document().enabled());
        if (channel.isEmpty()) {
            cancel(message, notice);
            return;
        }
        Delivery delivery = deliver.to(channel.get(), notice);
        if (delivery.isTaken()) {
            notifications.delivered(message);
        } else if (delivery.isForGood()) {
            notifications.refused(message, delivery.error());
            LogEvent.NOTIFICATION_GIVEN_UP.log(message.id());
        } else {
            throw new NotDeliveredException(delivery.error());
        }
    }

    /** What has begun is told when the channel is enabled again, if it is not over by then. */
    private void cancel(RowMessage message, Notice notice) {
        notifications.cancelled(message);
        if (notice.what() == notice.group().subject().begun()) {
            groups.notTold(notice);
        }
    }
}
