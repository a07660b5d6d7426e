package org.lethe.identity;

import com.nimbusds.jose.proc.SecurityContext;

/** What happened while the keys for one token were looked up. For one token, on one thread. */
final class KeyLookUp implements SecurityContext {

    private boolean inOutage;

    void outage() {
        inOutage = true;
    }

    /** Whether the provider did not answer, so that only the keys that were known before could be looked through. */
    boolean wasInOutage() {
        return inOutage;
    }
}
