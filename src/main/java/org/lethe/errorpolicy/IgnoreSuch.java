package org.lethe.errorpolicy;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lethe.problem.FieldError;
import org.lethe.problem.ProblemException;

/**
 * Has failures of a class ignored until a date, as a part of what an operator does with one of them. Only those to come:
 * what becomes of the open ones is the caller's to say.
 */
@Dependent
public class IgnoreSuch {

    /** What an operator may decide alone. */
    private static final int MOST_DAYS = 30;

    private static final int LONGEST_NAME = 100;

    private final ChangeErrorPolicy change;

    @Inject
    IgnoreSuch(ChangeErrorPolicy change) {
        this.change = change;
    }

    /**
     * Adds the policy, or extends the one that is there, in the caller's transaction. One that lasts longer is left as it is:
     * who may only operate does not shorten what an administrator wants.
     *
     * @param until to come, at most 30 days ahead
     * @return the policy's id
     * @throws ProblemException 422 when the date cannot be; 409 when they are held until another date
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID until(FailureMatch such, Instant until, String reason) {
        Instant now = Instant.now();
        if (!now.isBefore(until) || until.isAfter(now.plus(MOST_DAYS, ChronoUnit.DAYS))) {
            WantedPolicy.refuse(
                    List.of(new FieldError("until", "must be a moment to come, at most " + MOST_DAYS + " days ahead")));
        }
        WantedPolicy wanted =
                new WantedPolicy(new ErrorPolicy(nameOf(such), such, ErrorAction.IGNORE, null, until), reason.strip());
        return change.extend(
                UuidCreator.getTimeOrderedEpoch(),
                wanted,
                present -> present.action() == ErrorAction.IGNORE || present.isOverAt(now),
                Map.of("by", "failure"));
    }

    private static String nameOf(FailureMatch such) {
        String name = "Ignored: " + (such.cause() == null ? "all" : such.cause())
                + (such.storage() == null ? "" : " on " + such.storage());
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
