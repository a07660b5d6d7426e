package org.lethe.overview;

import java.time.Instant;
import org.lethe.redelivery.RedeliveryView;

/**
 * One queue, with when its messages are due.
 *
 * @param redelivery null for a queue whose redelivery is not set here
 */
public record QueueDetail(
        Instant at,
        String queue,
        String storage,
        QueueView.Messages messages,
        int consumers,
        boolean paused,
        QueueView.Rates rates,
        QueueView.SinceBrokerStart sinceBrokerStart,
        long openFailures,
        Double oldestSeconds,
        DueTimes due,
        Redelivery redelivery) {

    /** What is set, by whom and why: the version that is present now. */
    public record Redelivery(
            boolean changeable, int version, boolean paused, String reason, String author, Instant at) {
        static Redelivery of(RedeliveryView view) {
            return new Redelivery(
                    view.changeable(), view.version(), view.policy().paused(), view.reason(), view.author(), view.at());
        }
    }

    static QueueDetail of(Instant at, QueueView queue, DueTimes due, Redelivery redelivery) {
        return new QueueDetail(
                at,
                queue.queue(),
                queue.storage(),
                queue.messages(),
                queue.consumers(),
                queue.paused(),
                queue.rates(),
                queue.sinceBrokerStart(),
                queue.openFailures(),
                queue.oldestSeconds(),
                due,
                redelivery);
    }
}
