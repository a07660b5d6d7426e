package org.lethe.errorpolicy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Has this node obey what is stored now. */
@Dependent
public class ObeyErrorPolicies {

    private final ErrorPolicies policies;
    private final LiveErrorPolicies live;

    @Inject
    ObeyErrorPolicies(ErrorPolicies policies, LiveErrorPolicies live) {
        this.policies = policies;
        this.live = live;
    }

    /** The revision is read first, so that what is known is never older than it says. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void obey() {
        long revision = policies.revision();
        live.follow(new ErrorPoliciesChanged(revision, policies.present()));
    }
}
