package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lethe.account.CurrentAccount;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.deletion.SettleFailed;
import org.lethe.errorpolicy.FailureMatch;
import org.lethe.errorpolicy.IgnoreSuch;
import org.lethe.failure.ActedFailures.Candidate;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Carries out what a person does about failures: the rows, what becomes of their removals, their history and the audit, in
 * one transaction. Set based, as many rows as there may be.
 */
@Dependent
public class ChangeFailures {

    private final Failures failures;
    private final ActedFailures acted;
    private final FailureEvents events;
    private final SettleFailed settle;
    private final Audit audit;
    private final CurrentAccount account;
    private final IgnoreSuch ignoreSuch;

    @Inject
    ChangeFailures(
            Failures failures,
            ActedFailures acted,
            FailureEvents events,
            SettleFailed settle,
            Audit audit,
            CurrentAccount account,
            IgnoreSuch ignoreSuch) {
        this.failures = failures;
        this.acted = acted;
        this.events = events;
        this.settle = settle;
        this.audit = audit;
        this.account = account;
        this.ignoreSuch = ignoreSuch;
    }

    /**
     * Does something about one failure.
     *
     * @param isSeen whether the client has seen the failure of this tag
     * @throws ProblemException 409 when its state does not allow it; 412 when the client has not seen it as it is; 422 when
     *     such failures cannot be ignored until the date
     */
    @Transactional
    public void one(UUID id, Act act, Predicate<FailureTag> isSeen) {
        Failure seen = failures.find(id)
                .orElseThrow(() -> Problem.notFound("failure", id).exception());
        Candidate candidate = new Candidate(id, seen.removalId(), seen.deletionId());
        List<Candidate> locked = lock(act, List.of(candidate));
        Failure failure = failures.lock(id).orElseThrow();
        if (!isSeen.test(FailureTag.of(failure))) {
            throw changedMeanwhile();
        }
        if (locked.isEmpty()) {
            throw refusal(act, failure);
        }
        if (act.isAboutSuchToo() && failure.kind() != FailureKind.REMOVAL) {
            throw conflict("Only failures of removals can be ignored before they happen; ignore this one alone.");
        }
        change(act, locked, Optional.empty());
        audit.record(act.kind().action(), id.toString(), details(act, failure));
        if (act.isAboutSuchToo()) {
            ignoreSuch.until(FailureMatch.of(failure.cause(), failure.storage()), act.dueAt(), act.why());
        }
    }

    /**
     * Does something about some of many failures: those of them that it still applies to.
     *
     * @param together how many and which act, for each one's history
     * @param entry what the audit is to say of all; nothing after the first
     * @return how many
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int some(List<Candidate> candidates, Act act, Together together, Optional<AuditOfMany> entry) {
        List<Candidate> locked = lock(act, candidates);
        if (!locked.isEmpty()) {
            change(act, locked, Optional.of(together));
        }
        entry.ifPresent(
                all -> audit.record(AuditAction.FAILURES_CHANGED, all.id().toString(), all.details()));
        return locked.size();
    }

    /** An act on many failures: on how many, by which id. */
    public record Together(long count, UUID act) {}

    /** What the audit says of an act on many failures, by which id. */
    public record AuditOfMany(UUID id, Map<String, ?> details) {}

    /** Deletions, then removals, then failures: the order in which everybody takes them. */
    private List<Candidate> lock(Act act, List<Candidate> candidates) {
        if (act.needsProof()) {
            settle.lockDeletions(deletionsOf(candidates));
        }
        Set<Long> failed = act.kind().settles() ? new HashSet<>(settle.lockFailed(removalsOf(candidates))) : Set.of();
        return acted.lock(candidates.stream().map(Candidate::id).toList(), act).stream()
                .filter(candidate -> !act.kind().settles()
                        || candidate.removalId() == null
                        || failed.contains(candidate.removalId()))
                .toList();
    }

    private void change(Act act, List<Candidate> locked, Optional<Together> together) {
        if (act.needsProof()) {
            settle.gone(removalsOf(locked), deletionsOf(locked));
        } else if (act.kind().settles()) {
            settle.waived(removalsOf(locked));
        }
        List<UUID> ids = locked.stream().map(Candidate::id).toList();
        acted.change(ids, act);
        events.add(ids, act, account.login(), together);
    }

    private static Map<String, Object> details(Act act, Failure failure) {
        Map<String, Object> details = act.details();
        details.put("kind", failure.kind().name());
        details.put("cause", failure.cause());
        Optional.ofNullable(failure.storage()).ifPresent(storage -> details.put("storage", storage));
        Optional.ofNullable(failure.deletionId()).ifPresent(deletion -> details.put("deletionId", deletion.toString()));
        return details;
    }

    private static ProblemException refusal(Act act, Failure failure) {
        if (!act.kind().from().contains(failure.state())) {
            return conflict("This failure is " + failure.state() + "; only one that is "
                    + act.kind().from().stream()
                            .map(FailureState::name)
                            .sorted()
                            .collect(Collectors.joining(" or "))
                    + " can be " + act.kind().event() + ".");
        }
        return act.appliesTo(failure.kind())
                ? conflict("Files of this deletion are not known yet, and it was accepted: it can only be sent again.")
                : conflict("This failure is about no files, so that none can be gone already.");
    }

    static ProblemException changedMeanwhile() {
        return Problem.preconditionFailed("Something was done about this failure since you read it, so nothing was done"
                        + " now. Read it again, then decide.")
                .exception();
    }

    private static ProblemException conflict(String detail) {
        return Problem.conflict("wrong-state", detail).exception();
    }

    private static List<Long> removalsOf(Collection<Candidate> candidates) {
        return candidates.stream()
                .map(Candidate::removalId)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Set<UUID> deletionsOf(Collection<Candidate> candidates) {
        return candidates.stream()
                .map(Candidate::deletionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
