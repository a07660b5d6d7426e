package org.lethe.overview;

import java.time.Instant;
import java.util.Map;
import org.lethe.broker.QueueDepth;

/** The conservation count as operators see it: {@code requested = waiting + gone + failed + waived + difference}. */
public record ConservationView(
        Instant at,
        long requested,
        long waiting,
        long held,
        Conservation.Gone gone,
        long failed,
        long waived,
        long difference,
        boolean addsUp,
        Map<String, QueueDepth> queues) {

    static ConservationView of(Conservation.Count count, Map<String, QueueDepth> queues) {
        return new ConservationView(
                count.at(),
                count.requested(),
                count.waiting(),
                count.held(),
                count.gone(),
                count.failed(),
                count.waived(),
                count.difference(),
                count.difference() == 0,
                queues);
    }
}
