package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.audit.Origin;

/** Records a lock-out, in a transaction of its own: there is none before anybody is recognised. */
@Dependent
class RecordLockOut {

    private final Audit audit;

    @Inject
    RecordLockOut(Audit audit) {
        this.audit = audit;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void record(String subject, int failures, Optional<String> address) {
        Origin nobody = new Origin(Origin.ANONYMOUS, address, Optional.empty());
        audit.record(nobody, AuditAction.LOCKED_OUT, subject, Map.of("failures", failures));
    }
}
