package org.lethe.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Computes every hash anew and says where the chain does not hold first. Entries that are added meanwhile are left to the
 * next time. Reads a bounded number at once, each in a transaction of its own, so it takes as long as the chain is, and
 * always the same memory.
 */
@Dependent
public class VerifyChain {

    private static final int AT_ONCE = 1_000;

    private final ReadChain chain;

    @Inject
    VerifyChain(ReadChain chain) {
        this.chain = chain;
    }

    /**
     * Walks the whole chain.
     *
     * @param kept an earlier head that was kept outside
     */
    public ChainVerification verify(Optional<ChainHead> kept) {
        ChainHead head = chain.head();
        WalkChain walk = new WalkChain(head, kept);
        while (walk.goesOn()) {
            List<ChainedEntry> entries = chain.after(walk.last().seq(), head.seq(), AT_ONCE);
            if (entries.isEmpty()) {
                break;
            }
            entries.forEach(walk::see);
        }
        walk.end();
        return ChainVerification.of(walk);
    }
}
