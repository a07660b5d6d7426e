package org.lethe.errorpolicy;

import java.util.List;
import java.util.UUID;

/** The policies that are always there: seen by everybody, changed by nobody, and outdone by any other that is as narrow. */
final class BuiltIn {

    static final List<PolicyInForce> POLICIES = List.of(
            policy(
                    1,
                    "Permanent errors",
                    ErrorKind.PERMANENT,
                    ErrorAction.HUMAN,
                    "No attempt of a machine will mend it, so none is made in vain."),
            policy(
                    2,
                    "Held by the storage",
                    ErrorKind.HELD,
                    ErrorAction.HOLD,
                    "The storage says until when it keeps the file; before that nothing is tried."),
            policy(
                    3,
                    "Everything else",
                    null,
                    ErrorAction.RETRY,
                    "It may go away; after the last attempt of its queue a person has it."));

    private BuiltIn() {}

    private static PolicyInForce policy(int number, String name, ErrorKind kind, ErrorAction action, String reason) {
        FailureMatch match = new FailureMatch(null, kind, null, null);
        return new PolicyInForce(
                new UUID(0, number), 0, new ErrorPolicy(name, match, action, null, null), reason, "Lethe", null);
    }
}
