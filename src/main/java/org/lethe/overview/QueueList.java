package org.lethe.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every queue, in the order in which a deletion passes them.
 *
 * @param at when the broker said so; null when it has said nothing since this node was started
 * @param brokerAnswers whether it does now; otherwise the items are what it said last
 */
public record QueueList(Instant at, boolean brokerAnswers, List<QueueView> items) {

    static QueueList of(Sample now, Samples samples) {
        Optional<Sample> before = samples.before(now);
        Duration between = before.map(earlier -> Duration.between(earlier.answeredAt(), now.answeredAt()))
                .orElse(Duration.ZERO);
        List<QueueView> items = now.queues().values().stream()
                .map(queue -> QueueView.of(
                        queue, before.map(earlier -> earlier.queues().get(queue.queue())), between, now.work()))
                .toList();
        return new QueueList(now.queuesAt().orElse(null), now.brokerAnswers(), items);
    }
}
