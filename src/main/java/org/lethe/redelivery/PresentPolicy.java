package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What is stored of a queue at this moment, read without a lock. */
@Dependent
class PresentPolicy {

    private final PolicyVersions versions;

    @Inject
    PresentPolicy(PolicyVersions versions) {
        this.versions = versions;
    }

    /** Whether nothing is to be told, noted or settled while the broker has this. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean isSettledWith(ManagedQueue queue, ToldSettings actual) {
        return versions.state(queue)
                .filter(state -> state.isConfirmed() && !state.isDrifted())
                .flatMap(state -> versions.present(queue)
                        .filter(version -> version.told().held(state.held()).isSameAs(actual)))
                .isPresent();
    }
}
