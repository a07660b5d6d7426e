package org.lethe.overview;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lethe.breaker.StorageQueue;
import org.lethe.broker.QueueDepth;
import org.lethe.broker.QueueFigures;
import org.lethe.broker.Queues;
import org.lethe.storage.StorageId;

/**
 * Holds the rows against the broker: files that wait, and of which it has no message, so that nobody works on them. They are
 * sent again within seconds; they are told when that has not happened. Not safe for use by many threads.
 */
final class LostMessages {

    private Map<StorageId, Long> before = Map.of();
    private Map<StorageId, Long> told = Map.of();
    private Conservation.Count counted;

    /**
     * Files by storage; only those of two counts in a row, as rows and broker are not asked in the same moment.
     *
     * @param sample in which the rows were counted after the broker was asked, or not anew
     * @return nothing while the broker does not answer
     */
    Map<StorageId, Long> in(Sample sample) {
        Map<StorageId, Long> now = new EnumMap<>(StorageId.class);
        boolean isCountedSince = !sample.count().equals(counted);
        if (sample.brokerAnswers() && isCountedSince) {
            for (StorageId storage : StorageId.values()) {
                long late = sample.count().on(storage).late();
                if (late > 0 && holdsNothingFor(storage, sample.queues())) {
                    now.put(storage, late);
                }
            }
        }
        Map<StorageId, Long> again = new EnumMap<>(now);
        again.keySet().retainAll(before.keySet());
        if (isCountedSince || !sample.brokerAnswers()) {
            before = now;
            told = again;
        }
        counted = sample.count();
        return told;
    }

    /** A message that was given up still belongs to its row until it has been recorded. */
    private static boolean holdsNothingFor(StorageId storage, Map<String, QueueFigures> queues) {
        return Stream.of(StorageQueue.of(storage), Queues.DEAD, Queues.EXPIRED)
                .allMatch(queue -> Optional.ofNullable(queues.get(queue))
                        .map(QueueFigures::depth)
                        .filter(QueueDepth::holdsNothing)
                        .isPresent());
    }
}
