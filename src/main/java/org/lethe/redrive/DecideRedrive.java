package org.lethe.redrive;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * What a person decides on a redrive. What was sent is on its way; each of these is about what waits. What is so already
 * is no change.
 */
@Dependent
public class DecideRedrive {

    private final Redrives redrives;
    private final RedriveItems items;
    private final Audit audit;

    @Inject
    DecideRedrive(Redrives redrives, RedriveItems items, Audit audit) {
        this.redrives = redrives;
        this.items = items;
        this.audit = audit;
    }

    /**
     * No more go for now.
     *
     * @throws ProblemException 404; 409 when it is stopped or over
     */
    @Transactional
    public void pause(UUID id, String actor, Optional<String> reason) {
        change(id, RedriveState.PAUSED).ifPresent(redrive -> {
            redrive.paused(actor, redrives.now(), reason.orElse(null));
            record(AuditAction.REDRIVE_PAUSED, id, Map.of(), reason);
        });
    }

    /**
     * It goes on; after a stop with a new run.
     *
     * @throws ProblemException 404; 409 when it is over
     */
    @Transactional
    public void resume(UUID id, String actor, Optional<String> reason) {
        change(id, RedriveState.RUNNING).ifPresent(redrive -> {
            RedriveState before = redrive.state();
            redrive.resumed(actor, redrives.now(), reason.orElse(null));
            record(AuditAction.REDRIVE_RESUMED, id, Map.of("after", before.name(), "run", redrive.run()), reason);
        });
    }

    /**
     * Nothing that waits is sent.
     *
     * @throws ProblemException 404; 409 when it is complete
     */
    @Transactional
    public void cancel(UUID id, String actor, Optional<String> reason) {
        change(id, RedriveState.CANCELLED).ifPresent(redrive -> {
            long waiting = redrive.counts().waiting();
            redrive.cancelled(actor, redrives.now(), reason.orElse(null));
            items.skippedAll(id, "the redrive was cancelled before its turn");
            record(AuditAction.REDRIVE_CANCELLED, id, Map.of("notSent", waiting), reason);
        });
    }

    private void record(AuditAction action, UUID id, Map<String, Object> facts, Optional<String> reason) {
        Map<String, Object> details = new LinkedHashMap<>(facts);
        reason.ifPresent(why -> details.put("reason", why));
        audit.record(action, id.toString(), details);
    }

    /** The redrive, locked, if it has yet to become this. */
    private Optional<Redrive> change(UUID id, RedriveState next) {
        Redrive redrive = redrives.lock(id)
                .orElseThrow(() -> Problem.notFound("redrive", id).exception());
        if (redrive.state() != next && !redrive.canBe(next)) {
            throw Problem.conflict(
                            "wrong-state",
                            "This redrive is " + redrive.state() + ", and from there it cannot become " + next + ".")
                    .exception();
        }
        return Optional.of(redrive).filter(changing -> changing.state() != next);
    }
}
