package org.lethe.errorpolicy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Has administrators told of what a policy wants them to know, once for each class and hour, however many fail. Which
 * classes this node need not ask about, it remembers. Safe for use by many threads.
 */
@ApplicationScoped
public class NoticeErrors {

    /** Of many nodes one tells; the others ask again after a while. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    private final ConcurrentMap<Asked, Instant> asked = new ConcurrentHashMap<>();
    private ErrorNotices notices;

    @Inject
    NoticeErrors(ErrorNotices notices) {
        this.notices = notices;
    }

    /** For the container's proxy. */
    NoticeErrors() {}

    /** A failure was met; what is told is told in a transaction of its own. */
    public void met(Decision decision, FailureClass what, String detail, UUID deletionId) {
        Instant now = Instant.now();
        if (decision.action() == ErrorAction.NOTIFY && isDue(new Asked(decision.policyId(), what), now)) {
            notices.tellOnce(
                    new ErrorNoticed(decision.policyId(), decision.policyName(), what, detail, deletionId, now));
        }
    }

    private boolean isDue(Asked what, Instant now) {
        Instant[] due = new Instant[1];
        asked.compute(what, (same, before) -> {
            boolean isDue = before == null || before.plus(ASK_AGAIN).isBefore(now);
            due[0] = isDue ? now : null;
            return isDue ? now : before;
        });
        return due[0] != null;
    }

    private record Asked(UUID policyId, FailureClass what) {}
}
