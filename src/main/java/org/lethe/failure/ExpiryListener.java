package org.lethe.failure;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.lethe.broker.Queues;

/** Takes expired messages, one at a time. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-ra"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queues.EXPIRED),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1"),
            @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0")
        })
public class ExpiryListener implements MessageListener {

    @Inject
    DeadLetterReceiver receiver;

    @Override
    public void onMessage(Message message) {
        receiver.receive(DeadLetter.EXPIRED, Queues.EXPIRED, message);
    }
}
