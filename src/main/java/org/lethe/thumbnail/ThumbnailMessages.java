package org.lethe.thumbnail;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.lethe.broker.Queues;

/**
 * The messages that ask for thumbnails: the photo's id as text. They are not kept by the broker over its restart, and
 * sent outside of any transaction: the row is what counts.
 */
@Dependent
class ThumbnailMessages {

    @Resource(lookup = "jms/lethe")
    ConnectionFactory broker;

    /** Sends one for each photo. */
    void send(Collection<UUID> photos) {
        if (photos.isEmpty()) {
            return;
        }
        try (JMSContext session = broker.createContext()) {
            JMSProducer producer = session.createProducer().setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            Queue queue = session.createQueue(Queues.THUMBNAIL);
            photos.forEach(photo -> producer.send(queue, photo.toString()));
        }
    }

    /** The photo that a message asks for; empty when it is not ours. */
    static Optional<UUID> photo(Message message) {
        try {
            return message instanceof TextMessage text
                    ? Optional.of(UUID.fromString(text.getText()))
                    : Optional.empty();
        } catch (JMSException | IllegalArgumentException | NullPointerException notOurs) {
            return Optional.empty();
        }
    }
}
