package org.lethe.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.lethe.broker.Queues;

/**
 * Takes notifications that are to be sent. A window of 0 takes no message ahead: when a node dies, only what it really tried has
 * used up an attempt.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-ra"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queues.NOTIFICATION),
            @ActivationConfigProperty(
                    propertyName = "maxSession",
                    propertyValue = "${MPCONFIG=lethe.notification.sessions:2}"),
            @ActivationConfigProperty(
                    propertyName = "consumerWindowSize",
                    propertyValue = "${MPCONFIG=lethe.removal.consumer-window-size:0}")
        })
public class NotificationListener implements MessageListener {

    @Inject
    NotificationReceiver receiver;

    @Override
    public void onMessage(Message message) {
        receiver.receive(message);
    }
}
