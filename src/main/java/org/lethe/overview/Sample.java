package org.lethe.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.broker.QueueFigures;
import org.lethe.storage.StorageId;

/**
 * Everything that was asked at one moment, or what was last answered before.
 *
 * @param queues what the broker last said
 * @param queuesAt when it did; empty when it has not since the node was started
 * @param brokerAnswers whether it did this time
 * @param databaseAnswers whether the database did this time; before it first has, there is no sample
 * @param lost files that wait without a message
 * @param attention what needs a person
 */
public record Sample(
        Instant at,
        Map<String, QueueFigures> queues,
        Optional<Instant> queuesAt,
        boolean brokerAnswers,
        boolean databaseAnswers,
        Conservation.Count count,
        OpenWork work,
        Map<StorageId, Long> lost,
        List<AttentionItem> attention) {

    Sample losing(Map<StorageId, Long> files) {
        return new Sample(at, queues, queuesAt, brokerAnswers, databaseAnswers, count, work, files, attention);
    }

    Sample needing(List<AttentionItem> items) {
        return new Sample(at, queues, queuesAt, brokerAnswers, databaseAnswers, count, work, lost, items);
    }

    /** When the broker said what it last said. */
    Instant answeredAt() {
        return queuesAt.orElse(at);
    }
}
