package org.lethe.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Has the entries of a transaction chained as the last thing before it is prepared or committed. The database would do it
 * then by itself; but pgjdbc (42.7) leaves a connection unusable in the pool when a commit in one phase fails, which a
 * statement that fails does not.
 */
@Dependent
class ChainAtEnd {

    private final AuditEntries entries;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    ChainAtEnd(AuditEntries entries) {
        this.entries = entries;
    }

    /** For the present transaction; asking once more changes nothing. */
    void ask() {
        if (transaction.getResource(ChainAtEnd.class) == null) {
            transaction.putResource(ChainAtEnd.class, true);
            transaction.registerInterposedSynchronization(new AtEnd(entries));
        }
    }

    private record AtEnd(AuditEntries entries) implements Synchronization {

        @Override
        public void beforeCompletion() {
            entries.chain();
        }

        @Override
        public void afterCompletion(int status) {
            // nothing is held that would have to be given back
        }
    }
}
