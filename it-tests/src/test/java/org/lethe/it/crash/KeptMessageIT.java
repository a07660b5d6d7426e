package org.lethe.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.lethe.it.rest.Careful;

/** What is left of a transaction whose rollback did not reach the broker; nothing lists it, as it was never prepared. */
@DisplayName("A message that a forgotten transaction took")
class KeptMessageIT {
    @RegisterExtension
    static final Lethe lethe = Careful.lethe();

    /** One that nothing of Lethe consumes. */
    private static final String QUEUE = "lethe.event.dead";

    @Test
    void shouldComeAgainWhenTheBrokerGivesTheTransactionUp() {
        lethe.broker().send(QUEUE, "kept");
        PlantedBranch.of("lethe-00000000").takeAtBroker(lethe, QUEUE);

        try (JMSContext session = lethe.broker().connections().createContext()) {
            JMSConsumer consumer = session.createConsumer(session.createQueue(QUEUE));

            assertThat(consumer.receive(1000)).as("while it is kept").isNull();
            assertThat(consumer.receiveBody(String.class, 3 * Careful.TRANSACTION_LIMIT.toMillis()))
                    .isEqualTo("kept");
        }
    }
}
