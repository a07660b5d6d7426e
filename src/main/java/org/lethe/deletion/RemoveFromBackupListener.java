package org.lethe.deletion;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.lethe.broker.Queues;

/**
 * Takes chunks to remove from the backup storage. A window of 0 takes no message ahead: when a node dies, only what it really tried has used up an
 * attempt.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-ra"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queues.BACKUP),
            @ActivationConfigProperty(
                    propertyName = "maxSession",
                    propertyValue = "${MPCONFIG=lethe.removal.backup.sessions:8}"),
            @ActivationConfigProperty(
                    propertyName = "consumerWindowSize",
                    propertyValue = "${MPCONFIG=lethe.removal.consumer-window-size:0}")
        })
public class RemoveFromBackupListener implements MessageListener {

    @Inject
    RemovalListener listener;

    @Override
    public void onMessage(Message message) {
        listener.receive(Queues.BACKUP, message);
    }
}
