package org.lethe.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.lethe.broker.Queues;

/** Takes notifications that the broker has given up, one at a time. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-ra"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queues.NOTIFICATION_DEAD),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1"),
            @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0")
        })
public class DeadNotificationListener implements MessageListener {

    @Inject
    NotificationReceiver receiver;

    @Override
    public void onMessage(Message message) {
        receiver.receiveDead(message);
    }
}
