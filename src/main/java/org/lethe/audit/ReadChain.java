package org.lethe.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;

/** Reads parts of the audit, each in a transaction of its own. */
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

    /** Of those that match, the newest first. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    <T> Page<T> page(AuditFilter filter, PageRequest page, Function<ChainedEntry, T> view) {
        return Page.of(entries.page(filter, page), page, ChainedEntry::place, view);
    }
}
