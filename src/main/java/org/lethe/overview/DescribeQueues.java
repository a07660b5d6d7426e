package org.lethe.overview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.QueueFigures;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.redelivery.PauseQueue;

/** Tells what is on the queues. */
@Dependent
class DescribeQueues {

    private final Samples samples;
    private final BrokerManagement broker;
    private final PauseQueue pause;

    @Inject
    DescribeQueues(Samples samples, BrokerManagement broker, PauseQueue pause) {
        this.samples = samples;
        this.broker = broker;
        this.pause = pause;
    }

    /** All of them; what the broker said last while it does not answer. */
    QueueList all() {
        return QueueList.of(samples.current(), samples);
    }

    /**
     * One of them at this moment.
     *
     * @throws ProblemException 404 when there is no such queue
     * @throws org.lethe.broker.BrokerUnavailableException when the broker does not answer
     */
    QueueDetail one(String name) {
        Map<String, QueueFigures> now = broker.figures();
        QueueFigures figures = Optional.ofNullable(now.get(name)).orElseThrow(() -> Problem.notFound(
                        "There is no such queue. GET /api/admin/queues lists those that there are.")
                .exception());
        Sample sample = samples.current();
        QueueView.Rates rates = QueueList.of(sample, samples).items().stream()
                .filter(item -> item.queue().equals(name))
                .findFirst()
                .map(QueueView::rates)
                .orElse(null);
        Instant at = Instant.now();
        DueTimes due = broker.dueTimes(name, DueTimes.MOST)
                .map(times -> DueTimes.of(times, at))
                .orElseGet(() -> DueTimes.tooMany(figures.depth().scheduled()));
        QueueView view = QueueView.of(figures, Optional.empty(), Duration.ZERO, sample.work());
        return QueueDetail.of(
                at,
                view.withRates(rates),
                due,
                pause.present(name).map(QueueDetail.Redelivery::of).orElse(null));
    }
}
