package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.deletion.AffectedFile;
import org.lethe.deletion.FileRemovals;
import org.lethe.deletion.RemovalAttempt;
import org.lethe.deletion.RemovalAttempts;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What operators see of the failures. */
@Dependent
class FindFailures {

    private final Failures failures;
    private final FailureEvents events;
    private final FileRemovals removals;
    private final RemovalAttempts attempts;

    @Inject
    FindFailures(Failures failures, FailureEvents events, FileRemovals removals, RemovalAttempts attempts) {
        this.failures = failures;
        this.events = events;
        this.removals = removals;
        this.attempts = attempts;
    }

    /** A page of them, newest first, without their timelines. */
    @Transactional
    Page<FailureView> page(Optional<FailureState> state, Optional<UUID> deletion, PageRequest request) {
        List<Failure> rows = failures.page(state, deletion, request);
        return Page.of(rows, request, Failure::place, failure -> view(failure, null, null));
    }

    /**
     * One failure with its whole timeline.
     *
     * @throws ProblemException 404 when there is none
     */
    @Transactional
    FailureView one(UUID id) {
        Failure failure = failures.find(id)
                .orElseThrow(() -> Problem.notFound("failure", id).exception());
        List<AffectedFile> affected = removal(failure).map(removals::files).orElse(List.of());
        return view(failure, affected, timeline(failure));
    }

    private List<FailureEvent> timeline(Failure failure) {
        List<FailureEvent> timeline = new ArrayList<>(events.of(failure.id()));
        attempts(failure).stream().map(FindFailures::event).forEach(timeline::add);
        timeline.sort(Comparator.comparing(FailureEvent::at));
        return timeline;
    }

    private List<RemovalAttempt> attempts(Failure failure) {
        return switch (failure.kind()) {
            case REMOVAL ->
                removal(failure).flatMap(removals::find).map(attempts::of).orElse(List.of());
            case PLAN -> attempts.ofPlanning(failure.deletionId());
            case MESSAGE -> List.of();
        };
    }

    private static Optional<Long> removal(Failure failure) {
        return Optional.ofNullable(failure.removalId());
    }

    private static FailureEvent event(RemovalAttempt attempt) {
        String what = attempt.counted() ? "attempt failed" : "failed in its chunk";
        String detail = attempt.cause() + ": " + attempt.error() + " (after "
                + attempt.took().toMillis() + " ms)";
        return new FailureEvent(attempt.startedAt(), what, attempt.node(), detail);
    }

    private FailureView view(Failure failure, List<AffectedFile> affected, List<FailureEvent> timeline) {
        return new FailureView(
                failure.id(),
                failure.kind(),
                failure.state(),
                failure.deletionId(),
                failure.storage(),
                removal(failure).map(removals::count).orElse(0),
                affected,
                failure.queue(),
                failure.cause(),
                failure.error(),
                failure.message(),
                failure.times(),
                failure.firstAt(),
                failure.lastAt(),
                timeline);
    }
}
