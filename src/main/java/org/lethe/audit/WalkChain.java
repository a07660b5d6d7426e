package org.lethe.audit;

import java.util.Optional;

/** Follows a chain from its start, entry by entry, until something does not fit. For one walk, on one thread. */
final class WalkChain {

    private final ChainHead head;
    private final Optional<ChainHead> kept;
    private ChainHead last = ChainHead.START;
    private ChainFault fault;

    /**
     * @param head where the walk ends
     * @param kept an earlier head that somebody has kept; the entry of its number must have its hash
     */
    WalkChain(ChainHead head, Optional<ChainHead> kept) {
        this.head = head;
        this.kept = kept;
    }

    /** The last entry that was as it must be. */
    ChainHead last() {
        return last;
    }

    Optional<ChainFault> fault() {
        return Optional.ofNullable(fault);
    }

    /** Whether there is more to look at. */
    boolean goesOn() {
        return fault == null && last.seq() < head.seq();
    }

    void see(ChainedEntry next) {
        if (fault != null) {
            return;
        }
        long expected = last.seq() + 1;
        if (next.seq() != expected) {
            fail(expected, ChainFault.Kind.MISSING, "after " + last.seq() + " comes " + next.seq());
        } else if (!next.hashAfter(last.hash()).equals(next.hash())) {
            fail(expected, ChainFault.Kind.CHANGED, "the entry, or its hash, is not what was written");
        } else if (kept.filter(known -> known.seq() == expected && !known.hash().equals(next.hash()))
                .isPresent()) {
            fail(expected, ChainFault.Kind.NOT_AS_KEPT, "its hash is " + next.hash());
        } else {
            last = new ChainHead(next.seq(), next.hash());
        }
    }

    /** There are no more entries. */
    void end() {
        if (fault != null) {
            return;
        }
        if (last.seq() < head.seq()) {
            fail(last.seq() + 1, ChainFault.Kind.MISSING, "the head says that there are " + head.seq());
        } else if (!last.hash().equals(head.hash())) {
            fail(last.seq(), ChainFault.Kind.HEAD_CHANGED, "the head has the hash " + head.hash());
        } else {
            kept.filter(known -> known.seq() > last.seq())
                    .ifPresent(known -> fail(
                            last.seq() + 1, ChainFault.Kind.MISSING, "an entry " + known.seq() + " was kept outside"));
        }
    }

    private void fail(long seq, ChainFault.Kind kind, String detail) {
        fault = new ChainFault(seq, kind, detail);
    }
}
