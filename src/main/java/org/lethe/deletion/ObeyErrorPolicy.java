package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lethe.errorpolicy.Decision;
import org.lethe.errorpolicy.FailureClass;
import org.lethe.errorpolicy.LiveErrorPolicies;
import org.lethe.errorpolicy.NoticeErrors;
import org.lethe.log.LogEvent;

/**
 * Does with a removal that failed what the error policies say, in the transaction that takes its message: row, attempt,
 * failure and the message for another day are committed together, or the message comes again.
 */
@Dependent
class ObeyErrorPolicy {

    private final LiveErrorPolicies policies;
    private final NoticeErrors notices;
    private final FileRemovals removals;
    private final RemovalAttempts attempts;
    private final RemovalMessages messages;
    private final GiveUpRemoval giveUp;

    @Inject
    ObeyErrorPolicy(
            LiveErrorPolicies policies,
            NoticeErrors notices,
            FileRemovals removals,
            RemovalAttempts attempts,
            RemovalMessages messages,
            GiveUpRemoval giveUp) {
        this.policies = policies;
        this.notices = notices;
        this.removals = removals;
        this.attempts = attempts;
        this.messages = messages;
        this.giveUp = giveUp;
    }

    /**
     * Settles a removal, if it is not to be tried again as it is.
     *
     * @return whether it did; if not, nothing was changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean settle(RemoveFilesMessage message, FailedAttempt attempt) {
        AttemptError error = attempt.error();
        Decision decision = policies.decide(classOf(message, error), error.heldUntil());
        return switch (decision.action()) {
            case RETRY, NOTIFY ->
                decision.isLimited()
                        && decision.endsWith(attempts.counted(message) + 1)
                        && toAPerson(message, attempt, decision);
            case HUMAN -> toAPerson(message, attempt, decision);
            case IGNORE -> ignore(message, attempt, decision);
            case HOLD -> hold(message, attempt, decision);
        };
    }

    /** An attempt failed and is made again: who wants to know is told. */
    void retried(RemovalMessage message, AttemptError error) {
        tell(message, error, policies.decide(classOf(message, error), error.heldUntil()));
    }

    private boolean toAPerson(RemoveFilesMessage message, FailedAttempt attempt, Decision decision) {
        boolean givenUp = giveUp.toAPerson(message, attempt.error(), decision);
        if (givenUp) {
            attempts.addWith(message, attempt);
            tell(message, attempt.error(), decision);
        }
        return givenUp;
    }

    private boolean ignore(RemoveFilesMessage message, FailedAttempt attempt, Decision decision) {
        boolean ignored = giveUp.ignored(message, attempt.error(), decision);
        if (ignored) {
            attempts.addWith(message, attempt);
        }
        return ignored;
    }

    /** The row says until when before the message is sent; only a message of the next generation counts from then on. */
    private boolean hold(RemoveFilesMessage message, FailedAttempt attempt, Decision decision) {
        Instant until = decision.until();
        String because = attempt.error().cause() + "; " + decision.because();
        Optional<RemoveFilesMessage> later = removals.held(message, until, because);
        later.ifPresent(next -> {
            attempts.addHeld(message, attempt, until);
            messages.sendHeld(next, Duration.between(Instant.now(), until));
            LogEvent.REMOVAL_HELD.log(
                    Long.toString(message.removalId()), message.deletionId(), message.storage(), until, because);
        });
        return later.isPresent();
    }

    private void tell(RemovalMessage message, AttemptError error, Decision decision) {
        notices.met(decision, classOf(message, error), error.detail(), message.deletionId());
    }

    private static FailureClass classOf(RemovalMessage message, AttemptError error) {
        String storage =
                message instanceof RemoveFilesMessage files ? files.storage().wireName() : null;
        return new FailureClass(error.cause(), error.kind(), storage, RemovalMessages.queueOf(message));
    }
}
