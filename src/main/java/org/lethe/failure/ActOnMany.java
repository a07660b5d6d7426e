package org.lethe.failure;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.lethe.deletion.VerifyGone;
import org.lethe.failure.ActedFailures.Candidate;
import org.lethe.failure.ChangeFailures.AuditOfMany;
import org.lethe.failure.ChangeFailures.Together;
import org.lethe.problem.ProblemException;
import org.lethe.problem.WrongCount;
import org.lethe.storage.StorageId;
import org.lethe.storage.StorageUnavailableException;

/**
 * Does something about all failures that match, some in each transaction, so that none is long. What ends in the middle has
 * done some of them, each with its history, and the audit has said so before: whoever asks again does the rest.
 */
@Dependent
class ActOnMany {

    /** Rows in one transaction; 500 take about a twentieth of a second. */
    private static final int AT_ONCE = 500;

    /** Of one call. */
    private static final int MOST = 100_000;

    private final FindFailures find;
    private final ActOnOne one;
    private final ChangeFailures change;
    private final VerifyGone verify;

    @Inject
    ActOnMany(FindFailures find, ActOnOne one, ChangeFailures change, VerifyGone verify) {
        this.find = find;
        this.one = one;
        this.change = change;
        this.verify = verify;
    }

    /**
     * Does it, unless it is a dry run.
     *
     * @throws ProblemException 409 when it applies to another number of failures than was expected; 422 when nobody can be
     *     given them
     */
    DoneActs act(WantedActs wanted) {
        one.requireAssignee(wanted.act());
        FailureFilter filter = wanted.dryRun() ? wanted.filter() : untilNow(wanted.filter());
        DoneActs counted = find.count(wanted.withFilter(filter));
        if (wanted.dryRun()) {
            return counted;
        }
        WrongCount.refuse(OptionalLong.of(wanted.expected()), counted.applicable(), "failures");
        return all(wanted, filter, counted);
    }

    private DoneActs all(WantedActs wanted, FailureFilter filter, DoneActs counted) {
        Act act = wanted.act();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Together together = new Together(counted.applicable(), id);
        Optional<AuditOfMany> entry = Optional.of(new AuditOfMany(id, details(wanted, counted)));
        Set<StorageId> away = EnumSet.noneOf(StorageId.class);
        long met = 0;
        long changed = 0;
        List<Candidate> next = find.candidates(filter, act, null, AT_ONCE);
        while (!next.isEmpty() && met < MOST) {
            changed += change.some(act.needsProof() ? proven(next, away) : next, act, together, entry);
            entry = Optional.empty();
            met += next.size();
            next = find.candidates(filter, act, next.get(next.size() - 1).id(), AT_ONCE);
        }
        return counted.done(id, changed, met);
    }

    /** A storage that does not answer is not asked again each time. */
    private List<Candidate> proven(List<Candidate> candidates, Set<StorageId> away) {
        return candidates.stream()
                .filter(candidate -> candidate.removalId() != null && isProven(candidate.removalId(), away))
                .toList();
    }

    private boolean isProven(long removal, Set<StorageId> away) {
        try {
            return verify.isGone(removal, away);
        } catch (StorageUnavailableException unavailable) {
            away.add(unavailable.storage());
            return false;
        }
    }

    /** What fails from now on was never counted, so it is left alone. */
    private FailureFilter untilNow(FailureFilter filter) {
        Instant now = find.now();
        boolean endsBefore = filter.has(Narrowing.UNTIL)
                && ((Instant) filter.narrowings().get(Narrowing.UNTIL).get(0)).isBefore(now);
        return endsBefore ? filter : filter.with(Narrowing.UNTIL, List.of(now));
    }

    private static Map<String, Object> details(WantedActs wanted, DoneActs counted) {
        Map<String, Object> details = new LinkedHashMap<>(wanted.act().details());
        details.put("act", wanted.act().kind().name());
        details.put("filter", wanted.filter().texts());
        details.put("failures", counted.applicable());
        return details;
    }
}
