package org.lethe.errorpolicy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.lethe.account.CurrentAccount;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.change.Difference;
import org.lethe.change.DifferenceJson;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Changes the policies, one change after the other: a new version with its reason and its entry in the audit, in one
 * transaction. What would change nothing makes no version.
 */
@Dependent
class ChangeErrorPolicy {

    private static final int MOST = 200;

    private final ErrorPolicies policies;
    private final Audit audit;
    private final CurrentAccount account;
    private final Event<ErrorPoliciesChanged> changed;

    @Inject
    ChangeErrorPolicy(
            ErrorPolicies policies, Audit audit, CurrentAccount account, Event<ErrorPoliciesChanged> changed) {
        this.policies = policies;
        this.audit = audit;
        this.account = account;
        this.changed = changed;
    }

    /**
     * Adds a policy.
     *
     * @throws ProblemException 409 when there is one for just the same failures, or there are too many
     */
    @Transactional
    void add(UUID id, WantedPolicy wanted) {
        long revision = policies.nextRevision();
        requireNoOther(id, wanted.policy());
        requireRoom();
        put(id, 1, wanted, Map.of());
        tell(revision);
    }

    /**
     * Puts a policy in the place of the present one.
     *
     * @param isSeen whether the client has seen the version of this tag
     * @throws ProblemException 404, 409 as {@link #add} or for one that is built in, 412
     */
    @Transactional
    void put(UUID id, WantedPolicy wanted, Predicate<PolicyInForce.Tag> isSeen) {
        long revision = policies.nextRevision();
        PolicyInForce present = present(id, isSeen);
        requireNoOther(id, wanted.policy());
        if (replace(present, wanted, Map.of())) {
            tell(revision);
        }
    }

    /**
     * Ends a policy; its versions stay.
     *
     * @throws ProblemException 404, 409 for one that is built in, 412
     */
    @Transactional
    void delete(UUID id, String reason, Predicate<PolicyInForce.Tag> isSeen) {
        long revision = policies.nextRevision();
        PolicyInForce present = present(id, isSeen);
        policies.delete(present, reason, account.login());
        audit.record(
                AuditAction.ERROR_POLICY_DELETED,
                id.toString(),
                Map.of("name", present.policy().name(), "version", present.version() + 1, "reason", reason));
        tell(revision);
    }

    /**
     * Adds a policy that ends, or puts it in the place of the one that ends for the same failures, if that ignores them too
     * or is over. One that does so for longer already stays as it is.
     *
     * @param more for the audit
     * @return the policy's id
     * @throws ProblemException 409 when another one that ends stands for the same failures, or there are too many
     */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID extend(UUID id, WantedPolicy wanted, Predicate<ErrorPolicy> mayReplace, Map<String, Object> more) {
        long revision = policies.nextRevision();
        Optional<PolicyInForce> alike = policies.alike(wanted.policy());
        if (alike.isPresent() && !mayReplace.test(alike.get().policy())) {
            throw exists(alike.get());
        }
        if (alike.filter(present -> present.policy().outlasts(wanted.policy())).isEmpty()) {
            alike.ifPresentOrElse(present -> replace(present, wanted, more), () -> addTemporary(id, wanted, more));
            tell(revision);
        }
        return alike.map(PolicyInForce::id).orElse(id);
    }

    private void addTemporary(UUID id, WantedPolicy wanted, Map<String, Object> more) {
        requireRoom();
        put(id, 1, wanted, more);
    }

    /** What is over counts for nothing, also here: what people had ignored for a while must not keep out what is needed. */
    private void requireRoom() {
        Instant now = Instant.now();
        long inForce = policies.present().stream()
                .filter(present -> !present.policy().isOverAt(now))
                .count();
        if (inForce >= MOST) {
            throw Problem.conflict("conflict", "There are " + MOST + " policies already; delete some before.")
                    .exception();
        }
    }

    private PolicyInForce present(UUID id, Predicate<PolicyInForce.Tag> isSeen) {
        if (BuiltIn.POLICIES.stream().anyMatch(builtIn -> builtIn.id().equals(id))) {
            throw Problem.conflict(
                            "conflict", "This policy is built in. Add one for the same failures: it counts before it.")
                    .exception();
        }
        PolicyInForce present = policies.find(id)
                .orElseThrow(() -> Problem.notFound("error policy", id).exception());
        if (!isSeen.test(present.tag())) {
            throw Problem.preconditionFailed(
                            "It was changed since you read it, so nothing was done. Read it again, then decide.")
                    .withExtra(Map.of(
                            "version", present.version(),
                            "author", present.author(),
                            "policy", ErrorPolicyJson.of(present.policy())))
                    .exception();
        }
        return present;
    }

    private void requireNoOther(UUID id, ErrorPolicy policy) {
        policies.alike(policy).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw exists(other);
        });
    }

    private static ProblemException exists(PolicyInForce other) {
        return Problem.conflict(
                        "error-policy-exists",
                        "The policy '" + other.policy().name() + "' is about just the same failures. Change that one.")
                .withExtra(Map.of("policyId", other.id().toString()))
                .exception();
    }

    private boolean replace(PolicyInForce present, WantedPolicy wanted, Map<String, Object> more) {
        List<Difference> differences =
                Difference.between(ErrorPolicyJson.flat(present.policy()), ErrorPolicyJson.flat(wanted.policy()));
        if (differences.isEmpty()) {
            return false;
        }
        Map<String, Object> details = new LinkedHashMap<>(more);
        details.put("changes", DifferenceJson.of(differences));
        put(present.id(), present.version() + 1, wanted, details);
        return true;
    }

    private void put(UUID id, int version, WantedPolicy wanted, Map<String, Object> more) {
        policies.put(id, version, wanted, account.login());
        Map<String, Object> details = new LinkedHashMap<>(more);
        details.put("name", wanted.policy().name());
        details.put("version", version);
        details.put("reason", wanted.reason());
        details.put("policy", ErrorPolicyJson.of(wanted.policy()));
        audit.record(
                version == 1 ? AuditAction.ERROR_POLICY_ADDED : AuditAction.ERROR_POLICY_CHANGED,
                id.toString(),
                details);
    }

    private void tell(long revision) {
        changed.fire(new ErrorPoliciesChanged(revision, policies.present()));
    }
}
