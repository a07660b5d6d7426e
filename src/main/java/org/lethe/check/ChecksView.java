package org.lethe.check;

import java.time.Instant;
import java.util.List;

/**
 * The safety checks of the set-up.
 *
 * @param node that has looked
 * @param failing how many FAIL
 * @param warning how many WARN
 */
public record ChecksView(Instant at, String node, long failing, long warning, List<Check> items) {

    static ChecksView of(SetUp.Seen seen, String node) {
        return new ChecksView(
                seen.at(),
                node,
                seen.checks().stream()
                        .filter(check -> check.is(Check.State.FAIL))
                        .count(),
                seen.checks().stream()
                        .filter(check -> check.is(Check.State.WARN))
                        .count(),
                seen.checks());
    }
}
