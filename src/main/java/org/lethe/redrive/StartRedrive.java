package org.lethe.redrive;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.failure.FailureFilter;
import org.lethe.failure.FailureState;
import org.lethe.failure.MatchingFailures;
import org.lethe.problem.ProblemException;
import org.lethe.problem.WrongCount;

/**
 * Makes a redrive: fixes which failures belong to it. Nothing is sent here. A failure may belong to several: the first
 * whose turn it is sends it, the others skip it.
 */
@Dependent
public class StartRedrive {

    private static final int PAGE = 10_000;

    private final Redrives redrives;
    private final RedriveItems items;
    private final MatchingFailures matching;
    private final Audit audit;

    @Inject
    StartRedrive(Redrives redrives, RedriveItems items, MatchingFailures matching, Audit audit) {
        this.redrives = redrives;
        this.items = items;
        this.matching = matching;
        this.audit = audit;
    }

    /**
     * A redrive of what matches at this moment; complete at once when nothing does.
     *
     * @throws ProblemException 409 when that is another number than was expected
     */
    @Transactional
    public void start(UUID id, NewRedrive wanted, String actor) {
        Redrive redrive = new Redrive(id, wanted, actor, redrives.now());
        redrives.add(redrive);
        long total = addItems(id, wanted.filter().thatCanBe(FailureState.RETRIED));
        WrongCount.refuse(wanted.expected(), total, "failures");
        redrive.made(total);
        if (total == 0) {
            redrive.completed(redrive.createdAt());
        }
        audit.record(
                AuditAction.REDRIVE_STARTED,
                id.toString(),
                Map.of(
                        "filter", redrive.filter(),
                        "failures", total,
                        "ratePerSecond", wanted.pace().ratePerSecond(),
                        "ramp", wanted.pace().ramp(),
                        "stopAtFailureRatio", wanted.pace().stopAtFailureRatio(),
                        "reason", wanted.reason()));
    }

    /** In the order of their ids, which are random: so the first steps of a ramp are a sample of all. */
    private long addItems(UUID redrive, FailureFilter filter) {
        long total = 0;
        List<UUID> page = matching.ids(filter, null, PAGE);
        while (!page.isEmpty()) {
            items.add(redrive, total, page);
            total += page.size();
            page = page.size() < PAGE ? List.of() : matching.ids(filter, page.get(page.size() - 1), PAGE);
        }
        return total;
    }
}
