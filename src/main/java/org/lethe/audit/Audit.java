package org.lethe.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/**
 * Writes down what was done, in the transaction that does it: both are kept or neither is. The entry is linked into the
 * chain when that transaction ends; when the chain cannot be had within 3 s, the transaction is rolled back.
 *
 * <p>Details are names and values (texts, numbers, booleans, collections and maps of such) that tell a person what was
 * changed to what. Never a password, a token, or a file's content.
 */
@Dependent
public class Audit {

    private final AuditEntries entries;
    private final CurrentOrigin current;
    private final ChainAtEnd chain;

    @Inject
    Audit(AuditEntries entries, CurrentOrigin current, ChainAtEnd chain) {
        this.entries = entries;
        this.current = current;
        this.chain = chain;
    }

    /**
     * Records what who is asking over HTTP does.
     *
     * @param subject the id of what it is done to
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditAction action, String subject, Map<String, ?> details) {
        record(current.origin(), action, subject, details);
    }

    /** Records what somebody does with this very request, who was recognised only while it is carried out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAs(String actor, AuditAction action, String subject, Map<String, ?> details) {
        Origin origin = current.origin();
        record(new Origin(actor, origin.address(), origin.requestId()), action, subject, details);
    }

    /** Records what somebody else does, say {@link Origin#SYSTEM}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Origin origin, AuditAction action, String subject, Map<String, ?> details) {
        entries.add(origin, action, subject, DetailsJson.of(details));
        chain.ask();
    }
}
