package org.lethe.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads parts of the chain, each in a transaction of its own. */
@Dependent
class ReadChain {

    private final AuditEntries entries;

    @Inject
    ReadChain(AuditEntries entries) {
        this.entries = entries;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    ChainHead head() {
        return entries.head();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<ChainedEntry> after(long seq, long last, int most) {
        return entries.after(seq, last, most);
    }
}
