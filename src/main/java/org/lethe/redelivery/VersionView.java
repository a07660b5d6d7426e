package org.lethe.redelivery;

import java.time.Instant;
import java.util.List;
import org.lethe.change.Difference;

/**
 * One version of a queue's policy.
 *
 * @param restoredFrom the version that was put back by it; null when it was not
 * @param differences from the version before to this one; of the first, none
 */
public record VersionView(
        String queue,
        int version,
        Policy policy,
        String reason,
        String author,
        Instant at,
        Integer restoredFrom,
        List<Difference> differences) {

    static VersionView of(PolicyVersion version, PolicyVersion before) {
        return new VersionView(
                version.queue(),
                version.version(),
                version.policy(),
                version.reason(),
                version.author(),
                version.at(),
                version.restoredFrom(),
                before == null ? List.of() : before.differencesTo(version));
    }
}
