package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.lethe.account.Operators;
import org.lethe.deletion.AffectedFile;
import org.lethe.deletion.DeletionState;
import org.lethe.deletion.Deletions;
import org.lethe.deletion.FileRemovals;
import org.lethe.deletion.MessageJson;
import org.lethe.deletion.PlanRemovalMessage;
import org.lethe.deletion.RemovalAttempt;
import org.lethe.deletion.RemovalAttempts;
import org.lethe.deletion.RemovalMessage;
import org.lethe.failure.ActedFailures.Candidate;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What operators see of the failures. */
@Dependent
class FindFailures {

    private static final int MOST_ASSIGNEES = 500;

    private final Failures failures;
    private final MatchingFailures matching;
    private final FailureGroups groups;
    private final ActedFailures acted;
    private final Operators operators;
    private final Deletions deletions;
    private final FailureEvents events;
    private final FileRemovals removals;
    private final RemovalAttempts attempts;

    @Inject
    FindFailures(
            Failures failures,
            MatchingFailures matching,
            FailureGroups groups,
            ActedFailures acted,
            Operators operators,
            Deletions deletions,
            FailureEvents events,
            FileRemovals removals,
            RemovalAttempts attempts) {
        this.failures = failures;
        this.matching = matching;
        this.groups = groups;
        this.acted = acted;
        this.operators = operators;
        this.deletions = deletions;
        this.events = events;
        this.removals = removals;
        this.attempts = attempts;
    }

    /** A page of them, without their timelines. */
    @Transactional
    Page<FailureView> page(FailureFilter filter, FailureSort sort, Optional<FailurePlace> after, int limit) {
        List<Failure> rows = failures.page(filter, sort, after, limit + 1);
        boolean more = rows.size() > limit;
        List<Failure> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? FailurePlace.of(sort, shown.get(limit - 1)).encoded() : null;
        return new Page<>(shown.stream().map(FailureView::listed).toList(), next);
    }

    /** The rows of those that match, in this order, from the one after a place on. */
    @Transactional
    List<Failure> rows(FailureFilter filter, FailureSort sort, Optional<FailurePlace> after, int most) {
        return failures.page(filter, sort, after, most);
    }

    /** What those that match come to. */
    @Transactional
    FailureFigures figures(FailureFilter filter) {
        return matching.figures(filter);
    }

    /** A page of groups, the last seen first; without a state, of those failures that wait for a person. */
    @Transactional
    Page<FailureGroup> groups(FailureFilter filter, PageRequest request) {
        Collection<?> states = filter.narrowings().getOrDefault(Narrowing.STATE, List.copyOf(FailureFilter.WAITING));
        return Page.of(groups.page(filter, states, request), request, FailureGroup::place, Function.identity());
    }

    /**
     * One group with all its failures.
     *
     * @throws ProblemException 404 when there is none
     */
    @Transactional
    FailureGroup group(UUID id) {
        FailureFilter all = FailureFilter.EVERYTHING.with(Narrowing.GROUP, List.of(id));
        return groups.page(all, List.of(FailureState.values()), PageRequest.of("1", null)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("group of failures", id).exception());
    }

    /** How many an act is for. */
    @Transactional
    DoneActs count(WantedActs wanted) {
        return DoneActs.counted(wanted, matching.count(wanted.filter()), acted.count(wanted.filter(), wanted.act()));
    }

    /** The next of those that an act is for, in the order of their ids; null to begin. */
    @Transactional
    List<Candidate> candidates(FailureFilter filter, Act act, UUID after, int most) {
        return acted.next(filter, act, after, most);
    }

    /** The database's time. */
    @Transactional
    Instant now() {
        return acted.now();
    }

    /** To whom failures can be assigned. */
    @Transactional
    Assignees assignees() {
        return new Assignees(operators.logins(MOST_ASSIGNEES));
    }

    /** @throws ProblemException 404 when there is none */
    @Transactional
    Failure row(UUID id) {
        return failures.find(id)
                .orElseThrow(() -> Problem.notFound("failure", id).exception());
    }

    /**
     * One failure with all that the database knows.
     *
     * @throws ProblemException 404 when there is none
     */
    @Transactional
    FoundFailure whole(UUID id) {
        Failure failure = row(id);
        List<AffectedFile> affected = removal(failure).map(removals::files).orElse(List.of());
        return new FoundFailure(failure, affected, timeline(failure), message(failure), isNeeded(failure));
    }

    private String message(Failure failure) {
        Optional<RemovalMessage> ours =
                switch (failure.kind()) {
                    case REMOVAL -> removal(failure).flatMap(removals::message);
                    case PLAN ->
                        deletions
                                .find(failure.deletionId())
                                .map(deletion -> new PlanRemovalMessage(deletion.id(), deletion.nextPage()));
                    case MESSAGE -> Optional.empty();
                };
        return ours.map(MessageJson::write).orElse(failure.message());
    }

    /** As {@link ActedFailures} has it: the deletion's files are not known, so it cannot do without being planned. */
    private boolean isNeeded(Failure failure) {
        return failure.kind() == FailureKind.PLAN
                && deletions
                        .find(failure.deletionId())
                        .filter(deletion -> deletion.state() == DeletionState.REQUESTED
                                || deletion.state() == DeletionState.PLANNING)
                        .isPresent();
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
        String what = attempt.heldUntil() != null
                ? "held until " + attempt.heldUntil()
                : attempt.counted() ? "attempt failed" : "failed in its chunk";
        String detail = attempt.cause() + ": " + attempt.error() + " (after "
                + attempt.took().toMillis() + " ms)";
        FailureAttempt facts = new FailureAttempt(
                attempt.node(),
                attempt.took().toMillis(),
                attempt.cause(),
                attempt.error(),
                attempt.generation(),
                attempt.counted());
        return new FailureEvent(attempt.startedAt(), what, attempt.node(), detail, null, facts);
    }
}
