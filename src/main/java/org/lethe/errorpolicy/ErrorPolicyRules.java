package org.lethe.errorpolicy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lethe.broker.Queues;
import org.lethe.problem.FieldError;
import org.lethe.problem.FieldRule;
import org.lethe.problem.FieldRule.Code;
import org.lethe.storage.StorageId;

/** What a policy must be to be kept. */
final class ErrorPolicyRules {

    static final int LONGEST_DAYS = 3650;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CAUSE = 300;
    private static final int MOST_ATTEMPTS = 100;
    private static final List<String> STORAGES =
            Arrays.stream(StorageId.values()).map(StorageId::wireName).toList();

    private final ErrorPolicy policy;
    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    private ErrorPolicyRules(ErrorPolicy policy, Instant now) {
        this.policy = policy;
        this.now = now;
    }

    /** Everything that is wrong with it, each with its member. */
    static List<FieldError> faults(ErrorPolicy policy, Instant now) {
        ErrorPolicyRules rules = new ErrorPolicyRules(policy, now);
        rules.name();
        rules.match(policy.match());
        rules.attempts();
        rules.until();
        return List.copyOf(rules.errors);
    }

    private void name() {
        require(
                isText(policy.name(), LONGEST_NAME),
                "name",
                FieldRule.length(1, LONGEST_NAME),
                "must be a text of 1 to " + LONGEST_NAME + " characters");
    }

    private void match(FailureMatch match) {
        require(
                !match.matchesAll(),
                "match",
                FieldRule.of(Code.REQUIRED),
                "must name at least one of cause, kind, storage, queue");
        require(
                match.cause() == null || isText(match.cause(), LONGEST_CAUSE),
                "match.cause",
                FieldRule.length(1, LONGEST_CAUSE),
                "must be a text of 1 to " + LONGEST_CAUSE + " characters");
        require(
                match.storage() == null || STORAGES.contains(match.storage()),
                "match.storage",
                "must be one of " + STORAGES);
        require(
                match.queue() == null || Queues.WORK.contains(match.queue()),
                "match.queue",
                "must be one of " + Queues.WORK);
        require(
                match.kind() != ErrorKind.UNFORESEEN || !policy.action().settlesAtOnce(),
                "action",
                FieldRule.of(Code.UNDONE_NOT_SETTLED),
                "must be RETRY, NOTIFY or IGNORE for UNFORESEEN ones: what they did is undone, so nothing can be settled at once");
        require(
                !isPlanning(match) || policy.action().retries(),
                "action",
                FieldRule.of(Code.PLANNING_GOES_ON),
                "must be RETRY or NOTIFY for " + Queues.PLAN + ": what was accepted is planned, whatever fails");
    }

    private void attempts() {
        Integer most = policy.maxAttempts();
        String range = "must be 1 to " + MOST_ATTEMPTS + ", and goes with RETRY and NOTIFY only";
        require(most == null || policy.action().retries(), "maxAttempts", range);
        require(
                most == null || !policy.action().retries() || (most >= 1 && most <= MOST_ATTEMPTS),
                "maxAttempts",
                FieldRule.range(1, MOST_ATTEMPTS),
                range);
        require(
                most == null || !(isPlanning(policy.match()) || policy.match().kind() == ErrorKind.UNFORESEEN),
                "maxAttempts",
                FieldRule.of(Code.ATTEMPTS_OF_QUEUE),
                "goes neither with " + Queues.PLAN
                        + " nor with UNFORESEEN ones: these are tried as often as their queue makes");
    }

    private static boolean isPlanning(FailureMatch match) {
        return Queues.PLAN.equals(match.queue());
    }

    private void until() {
        boolean may = policy.action() == ErrorAction.HOLD || policy.action() == ErrorAction.IGNORE;
        require(
                policy.ends() || policy.action() != ErrorAction.HOLD,
                "until",
                FieldRule.of(Code.REQUIRED),
                "must say until when they are held");
        require(!policy.ends() || may, "until", "goes with HOLD and IGNORE only");
        require(
                !policy.ends()
                        || !may
                        || (now.isBefore(policy.until())
                                && policy.until().isBefore(now.plus(LONGEST_DAYS, ChronoUnit.DAYS))),
                "until",
                FieldRule.momentToCome(LONGEST_DAYS),
                "must be a moment to come, within " + LONGEST_DAYS + " days");
    }

    private void require(boolean holds, String member, String message) {
        if (!holds) {
            errors.add(new FieldError("policy." + member, message));
        }
    }

    private void require(boolean holds, String member, FieldRule rule, String message) {
        if (!holds) {
            errors.add(new FieldError("policy." + member, message, rule));
        }
    }

    private static boolean isText(String text, int most) {
        return !text.isBlank() && text.length() <= most && text.chars().noneMatch(Character::isISOControl);
    }
}
