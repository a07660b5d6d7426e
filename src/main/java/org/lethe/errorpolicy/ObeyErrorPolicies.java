package org.lethe.errorpolicy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.lethe.log.LogEvent;
import org.lethe.serving.Follower;

/** Has this node obey what is stored now. */
@Dependent
public class ObeyErrorPolicies implements Follower {

    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final ErrorPolicies policies;
    private final LiveErrorPolicies live;

    @Inject
    ObeyErrorPolicies(ErrorPolicies policies, LiveErrorPolicies live) {
        this.policies = policies;
        this.live = live;
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    /** The revision is read first, so that what is known is never older than it says. */
    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void obey() {
        long revision = policies.revision();
        live.follow(new ErrorPoliciesChanged(revision, policies.present()));
    }

    @Override
    public LogEvent blind() {
        return LogEvent.ERROR_POLICIES_UNREADABLE;
    }
}
