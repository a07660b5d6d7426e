package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.lethe.log.LogEvent;
import org.lethe.serving.Follower;

/** Has this node obey what is stored now: each obeys its own part of the policies by itself. */
@Dependent
class ObeyPolicies implements Follower {

    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final PolicyVersions versions;
    private final LivePolicies live;

    @Inject
    ObeyPolicies(PolicyVersions versions, LivePolicies live) {
        this.versions = versions;
        this.live = live;
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void obey() {
        List<PolicyVersion> present = versions.present();
        live.follow(present, versions.runs());
    }

    @Override
    public LogEvent blind() {
        return LogEvent.POLICIES_UNREADABLE;
    }
}
