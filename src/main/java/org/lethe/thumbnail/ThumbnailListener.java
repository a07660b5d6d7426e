package org.lethe.thumbnail;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.lethe.broker.Queues;

/** Takes photos whose thumbnails are to be made. What is not ours is reported and taken from the queue. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-ra"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queues.THUMBNAIL),
            @ActivationConfigProperty(
                    propertyName = "maxSession",
                    propertyValue = "${MPCONFIG=lethe.thumbnail.sessions:2}"),
            @ActivationConfigProperty(
                    propertyName = "consumerWindowSize",
                    propertyValue = "${MPCONFIG=lethe.removal.consumer-window-size:0}")
        })
public class ThumbnailListener implements MessageListener {

    @Inject
    ThumbnailReceiver receiver;

    @Override
    public void onMessage(Message message) {
        receiver.receive(message);
    }
}
