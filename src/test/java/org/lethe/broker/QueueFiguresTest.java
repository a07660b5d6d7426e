package org.lethe.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueueFiguresTest {

    @Test
    void theAnswerOfTheBrokerShouldBeReadWhetherItWritesNumbersOrTexts() {
        String json = """
                {"data": [
                  {"name": "of a subscriber", "messageCount": "9"},
                  {"name": "lethe.removal.backup", "messageCount": "12", "deliveringCount": "8", "scheduledCount": 3,
                   "consumerCount": 8, "paused": "true", "messagesAdded": "20", "messagesAcked": "8",
                   "messagesKilled": "2", "messagesExpired": "1"},
                  {"name": "lethe.removal.plan", "messageCount": 0, "deliveringCount": 0, "scheduledCount": 0,
                   "consumerCount": 2, "paused": false, "messagesAdded": 0, "messagesAcked": 0,
                   "messagesKilled": 0, "messagesExpired": 0}], "count": 3}
                """;

        assertThat(QueueFigures.read(json))
                .containsOnlyKeys("lethe.removal.plan", "lethe.removal.backup")
                .containsEntry(
                        "lethe.removal.backup",
                        new QueueFigures(new QueueDepth("lethe.removal.backup", 12, 8, 3, 8), true, 20, 8, 2, 1, null));
        assertThat(QueueFigures.read(json).get("lethe.removal.backup").ready()).isEqualTo(1);
    }

    @Test
    void theTimesOfScheduledMessagesShouldComeTheEarliestFirst() {
        String json = "[{\"messageID\": \"7\", \"_AMQ_SCHED_DELIVERY\": 2000}, {\"_AMQ_SCHED_DELIVERY\": \"1000\"}]";

        assertThat(QueueFigures.dueTimes(json)).containsExactly(Instant.ofEpochMilli(1000), Instant.ofEpochMilli(2000));
    }
}
