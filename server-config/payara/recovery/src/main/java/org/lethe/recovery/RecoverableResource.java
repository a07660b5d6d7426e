package org.lethe.recovery;

import java.util.List;

/** The database or the broker, asked with the scan that recovery itself uses. Connects anew for each question. */
interface RecoverableResource {
    /** The branches of this node that it holds prepared. */
    List<PreparedBranch> prepared() throws ResourceAbsentException;

    /**
     * Commits a branch that it holds prepared.
     *
     * @throws NotSettledException when it refused, when it did not answer, and also when the branch is settled already
     */
    void commit(PreparedBranch branch) throws NotSettledException;

    /** Rolls back a branch that it holds prepared; throws as {@link #commit} does. */
    void rollBack(PreparedBranch branch) throws NotSettledException;
}
