package org.lethe.recovery;

import java.util.Map;
import java.util.Set;

/**
 * What this process's transaction service knows of its transactions, at one moment.
 *
 * @param life the end of the global id of every transaction that this process begins, and of no other's: in hexadecimal;
 *     empty while it has begun none
 * @param live the global ids of those that have not ended
 * @param incomplete of those that were decided and of which a branch could not be told: whether to commit, by global id
 */
record OwnTransactions(String life, Set<String> live, Map<String, Boolean> incomplete) {
    /** A number of four bytes comes first in a global id, in hexadecimal. */
    private static final int NUMBER_LENGTH = 8;

    /** Of a transaction that another process began, such as this node's before its last start, mostly nothing is known. */
    Fate of(PreparedBranch branch) {
        String id = branch.globalId();
        if (live.contains(id)) {
            return Fate.LEAVE;
        }
        Boolean commit = incomplete.get(id);
        if (commit != null) {
            return commit ? Fate.COMMIT : Fate.ROLL_BACK;
        }
        return isBegunHere(id) ? Fate.FORGOTTEN : Fate.LEAVE;
    }

    private boolean isBegunHere(String id) {
        return !life.isEmpty() && id.length() == NUMBER_LENGTH + life.length() && id.endsWith(life);
    }
}
