package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lethe.account.CurrentAccount;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.change.Difference;
import org.lethe.change.DifferenceJson;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Puts a document in the place of a queue's present one, as a new version with its reason and its entry in the audit, in
 * one transaction. The broker is told afterwards. What would change nothing makes no version.
 */
@Dependent
public class ChangePolicy {

    private final PolicyVersions versions;
    private final SettleWithBroker settle;
    private final BrokerSide broker;
    private final Audit audit;
    private final CurrentAccount account;

    @Inject
    ChangePolicy(
            PolicyVersions versions, SettleWithBroker settle, BrokerSide broker, Audit audit, CurrentAccount account) {
        this.versions = versions;
        this.settle = settle;
        this.broker = broker;
        this.audit = audit;
        this.account = account;
    }

    /**
     * Puts what somebody wants.
     *
     * @param isSeen whether the client has seen the version of this tag
     * @throws ProblemException 412 with the present document and the difference when it has not; 409 when the queue is not
     *     people's to change, or the broker was changed by hand
     * @throws org.lethe.broker.BrokerUnavailableException when a change by hand was seen and the broker does not answer now
     */
    @Transactional
    public void put(ManagedQueue queue, WantedChange.Put wanted, Predicate<PolicyVersion.Tag> isSeen) {
        PolicyVersion present = lockedPresent(queue, isSeen, wanted.policy());
        requireNoDrift(queue, present);
        ToldSettings told = present.told().with(wanted.policy());
        add(present, version(present, wanted.policy(), told, wanted.reason(), null));
    }

    /**
     * Puts an earlier version back, whole: also settings of the broker that no policy has.
     *
     * @throws ProblemException as {@link #put}, and 404 when there is no such version
     * @throws org.lethe.broker.BrokerUnavailableException as {@link #put}
     */
    @Transactional
    public void restore(ManagedQueue queue, int version, String reason, Predicate<PolicyVersion.Tag> isSeen) {
        PolicyVersion earlier = versions.find(queue, version)
                .orElseThrow(() -> Problem.notFound("There is no version " + version + " of " + queue.queue() + ".")
                        .exception());
        PolicyVersion present = lockedPresent(queue, isSeen, earlier.policy());
        requireNoDrift(queue, present);
        add(present, version(present, earlier.policy(), earlier.told(), reason, version));
    }

    /**
     * Pauses a queue, or lets it go on, whatever else is set of it at this moment.
     *
     * @throws ProblemException 409 as {@link #put}
     * @throws org.lethe.broker.BrokerUnavailableException as {@link #put}
     */
    @Transactional
    public void pause(ManagedQueue queue, boolean paused, String reason) {
        PolicyVersion present = lockedPresent(queue);
        if (present.policy().paused() != paused) {
            requireNoDrift(queue, present);
            Policy wanted = present.policy().paused(paused);
            add(present, version(present, wanted, present.told().with(wanted), reason, null));
        }
    }

    /**
     * Settles a drift: what is stored is told again, or what the broker has becomes the next version. Without one, nothing
     * is done.
     *
     * @throws ProblemException 412 as {@link #put}; 422 when what the broker has may not be kept
     * @throws org.lethe.broker.BrokerUnavailableException when the broker does not answer
     */
    @Transactional
    public void settleDrift(ManagedQueue queue, WantedChange.Settle wanted, Predicate<PolicyVersion.Tag> isSeen) {
        QueueState state = versions.lock(queue).orElseThrow(ChangePolicy::notYet);
        PolicyVersion present = versions.find(queue, state.version()).orElseThrow(ChangePolicy::notYet);
        if (!isSeen.test(present.tag())) {
            throw changedMeanwhile(present, List.of());
        }
        ToldSettings actual = broker.present(queue);
        boolean isTold = state.isDrifted() || state.isConfirmed();
        ToldSettings due = present.told().held(state.held());
        if (!isTold || actual.isSameAs(due)) {
            return;
        }
        List<Difference> drift = due.differencesTo(actual);
        if (wanted.keep().equals("broker")) {
            keepBrokers(queue, state, present, actual, wanted.reason());
        } else {
            settle.overwrite(queue, state, present);
        }
        record(AuditAction.REDELIVERY_DRIFT_SETTLED, present, wanted.reason(), drift, Map.of("kept", wanted.keep()));
    }

    /** Whether it is paused is not the policy's while the queue is held back, so of that nothing is kept. */
    private void keepBrokers(
            ManagedQueue queue, QueueState state, PolicyVersion present, ToldSettings actual, String reason) {
        ToldSettings kept = state.held() ? actual.pausedAs(present.told().paused()) : actual;
        Policy policy =
                kept.policy(present.policy().sessions(), present.policy().chunkSize());
        WantedChange.refuse(PolicyRules.faults(queue, policy));
        WantedChange.refuse(present.told().differencesTo(kept).stream()
                .map(Difference::member)
                .filter(ToldSettings.ENDS::contains)
                .map(member -> new FieldError(
                        member, "cannot be kept: what is given up must end where Lethe listens, or it would be lost"))
                .toList());
        versions.add(version(present, policy, kept, reason, null));
        if (state.held()) {
            broker.pause(queue, true);
        }
        versions.confirmed(queue);
    }

    private void add(PolicyVersion present, PolicyVersion next) {
        List<Difference> differences = present.differencesTo(next);
        if (differences.isEmpty()) {
            return;
        }
        versions.add(next);
        Map<String, Object> more = next.restoredFrom() == null ? Map.of() : Map.of("restoredFrom", next.restoredFrom());
        record(AuditAction.REDELIVERY_CHANGED, next, next.reason(), differences, more);
    }

    private void record(
            AuditAction action,
            PolicyVersion version,
            String reason,
            List<Difference> differences,
            Map<String, Object> more) {
        Map<String, Object> details = new LinkedHashMap<>(more);
        details.put("version", version.version());
        details.put("reason", reason);
        details.put("changes", DifferenceJson.of(differences));
        audit.record(action, version.queue(), details);
    }

    private PolicyVersion version(
            PolicyVersion present, Policy policy, ToldSettings told, String reason, Integer restoredFrom) {
        return new PolicyVersion(
                present.queue(), present.version() + 1, policy, told, reason, account.login(), null, restoredFrom);
    }

    private PolicyVersion lockedPresent(ManagedQueue queue, Predicate<PolicyVersion.Tag> isSeen, Policy wanted) {
        PolicyVersion present = lockedPresent(queue);
        if (!isSeen.test(present.tag())) {
            throw changedMeanwhile(present, present.differencesTo(wanted));
        }
        return present;
    }

    private PolicyVersion lockedPresent(ManagedQueue queue) {
        if (!queue.isChangeable()) {
            throw Problem.conflict(
                            "conflict",
                            "What is given up ends on " + queue.queue()
                                    + ", so it is as the broker's configuration has it, and never changed here.")
                    .exception();
        }
        versions.lock(queue);
        return versions.present(queue).orElseThrow(ChangePolicy::notYet);
    }

    /** What was changed by hand and changed back since is none: the note of it may be a round old, so the broker is asked. */
    private void requireNoDrift(ManagedQueue queue, PolicyVersion present) {
        QueueState state = versions.state(queue).orElseThrow(ChangePolicy::notYet);
        if (!state.isDrifted()) {
            return;
        }
        if (!broker.present(queue).isSameAs(present.told().held(state.held()))) {
            throw Problem.conflict(
                            "redelivery-drift",
                            "Somebody changed the broker by hand. Settle that first, so that nothing is overwritten unseen.")
                    .exception();
        }
        versions.confirmed(queue);
    }

    private static ProblemException changedMeanwhile(PolicyVersion present, List<Difference> differences) {
        return Problem.preconditionFailed("It was changed since you read it, so nothing was done. The present document"
                        + " and how yours differs from it are in this answer.")
                .withExtra(Map.of(
                        "version",
                        present.version(),
                        "author",
                        present.author(),
                        "reason",
                        present.reason(),
                        "policy",
                        PolicyJson.of(present.policy()),
                        "differences",
                        DifferenceJson.of(differences)))
                .exception();
    }

    private static ProblemException notYet() {
        return Problem.notFound("Of this queue nothing is known yet. Come again in a moment.")
                .exception();
    }
}
