package org.lethe.failure;

import java.util.UUID;

/**
 * What came of an act on many failures.
 *
 * @param id by which audit and histories know it; null of a dry run, and when there was nothing to do
 * @param matching how many matched
 * @param applicable to how many of these it applied
 * @param changed to how many it was done
 * @param skipped to how many it was not: somebody was faster, or no storage proved it
 * @param remaining how many were left for another call
 */
public record DoneActs(
        UUID id,
        String act,
        boolean dryRun,
        long matching,
        long applicable,
        long changed,
        long skipped,
        long remaining) {

    static DoneActs counted(WantedActs wanted, long matching, long applicable) {
        return new DoneActs(null, wanted.act().kind().name(), wanted.dryRun(), matching, applicable, 0, 0, applicable);
    }

    DoneActs done(UUID newId, long newChanged, long met) {
        return new DoneActs(
                met == 0 ? null : newId,
                act,
                dryRun,
                matching,
                applicable,
                newChanged,
                met - newChanged,
                Math.max(0, applicable - met));
    }
}
