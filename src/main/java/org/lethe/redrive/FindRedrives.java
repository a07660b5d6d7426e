package org.lethe.redrive;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What operators see of redrives. */
@Dependent
public class FindRedrives {

    /** Looked up once: {@code Json} would search every archive for it each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private final Redrives redrives;
    private final RedriveItems items;
    private final ClosedQueues closed;

    @Inject
    FindRedrives(Redrives redrives, RedriveItems items, ClosedQueues closed) {
        this.redrives = redrives;
        this.items = items;
        this.closed = closed;
    }

    /** A page of them, newest first. */
    @Transactional
    public Page<RedriveView> page(Optional<RedriveState> state, PageRequest request) {
        List<Redrive> rows = redrives.page(state, request);
        return Page.of(rows, request, Redrive::place, this::view);
    }

    /**
     * One of them, at this moment.
     *
     * @throws ProblemException 404 when there is none
     */
    @Transactional
    public RedriveView one(UUID id) {
        return view(existing(id));
    }

    /** One that may have been made. */
    @Transactional
    public Optional<RedriveView> made(UUID id) {
        return redrives.find(id).map(this::view);
    }

    /**
     * A page of what belongs to one, in the order in which it goes.
     *
     * @throws ProblemException 404 when there is none
     */
    @Transactional
    public Page<ItemView> items(UUID id, Optional<ItemOutcome> outcome, PageRequest request) {
        existing(id);
        List<ItemView> rows = items.page(id, outcome, ItemView.position(request.after()), request);
        return Page.of(rows, request, ItemView::place, item -> item);
    }

    /** Those that there is something to do for, oldest first. */
    @Transactional
    public List<UUID> toDrive() {
        return redrives.toDrive();
    }

    /** How much there is to do. */
    @Transactional
    public RedriveTotals totals() {
        return redrives.totals();
    }

    private Redrive existing(UUID id) {
        return redrives.find(id)
                .orElseThrow(() -> Problem.notFound("redrive", id).exception());
    }

    private RedriveView view(Redrive redrive) {
        Pace pace = redrive.pace();
        Counts counts = redrive.counts();
        RunCounts run = redrive.runCounts();
        Optional<RampStep> step = redrive.state().isOver() ? Optional.empty() : pace.step(run);
        boolean runs = redrive.state() == RedriveState.RUNNING;
        return new RedriveView(
                redrive.id(),
                redrive.state(),
                json(redrive.filter()),
                pace.ratePerSecond(),
                pace.ramp(),
                pace.stopAtFailureRatio(),
                redrive.reason(),
                redrive.createdBy(),
                redrive.createdAt(),
                redrive.endedAt(),
                counts,
                new RedriveView.Run(redrive.run(), run.sent(), run.succeeded(), run.failedAgain(), run.failureRatio()),
                step.orElse(null),
                runs && counts.waiting() > 0 ? waitsFor(redrive.id(), step) : List.of(),
                runs ? pace.secondsFor(counts.waiting()) : null,
                redrive.changedBy(),
                redrive.changedAt(),
                redrive.changedBecause());
    }

    private List<RedriveView.WaitsFor> waitsFor(UUID redrive, Optional<RampStep> step) {
        if (step.filter(RampStep::waitsForOutcomes).isPresent()) {
            return List.of(new RedriveView.WaitsFor("OUTCOMES", null));
        }
        List<String> queues = closed.now();
        if (queues.isEmpty() || items.anyDue(redrive, queues)) {
            return List.of();
        }
        return queues.stream()
                .map(queue -> new RedriveView.WaitsFor("QUEUE", queue))
                .toList();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
