package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Has this node obey what is stored now. */
@Dependent
class ObeyPolicies {

    private final PolicyVersions versions;
    private final LivePolicies live;

    @Inject
    ObeyPolicies(PolicyVersions versions, LivePolicies live) {
        this.versions = versions;
        this.live = live;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void obey() {
        List<PolicyVersion> present = versions.present();
        live.follow(present, versions.runs());
    }
}
