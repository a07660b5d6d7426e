package org.lethe.it;

import static org.lethe.it.Invariant.I6;
import static org.lethe.it.Invariant.I7;
import static org.lethe.it.Invariant.I8;

import java.util.ArrayList;
import java.util.List;

/** What can be seen from the broker, and from the rows beside it. */
final class BrokerInvariants {
    /** None waits for a planning that was given up until a person sends it again. */
    private static final String PLANS =
            "select count(*) from deletion d where d.state in ('REQUESTED', 'PLANNING') and not"
                    + RowInvariants.STANDS_AS_PLAN_FAILURE;

    /** A message may wait for the end of a restore window also when what it was for was restored: nobody misses it. */
    private static final String RESTORED = "select count(*) from deletion where state = 'RESTORED' and due_at > now()";

    private static final String REMOVALS = "select count(*) from file_removal where state = 'WAITING' and storage = ?";

    private final Database database;
    private final BrokerState broker;
    private final InvariantChecker.Traces traces;

    BrokerInvariants(InvariantChecker.Traces traces) {
        this.traces = traces;
        this.database = traces.database();
        this.broker = traces.broker().state();
    }

    List<String> underWay() {
        List<String> underWay = new ArrayList<>(broker.prepared());
        for (String queue : List.of(Broker.MAIN, Broker.BACKUP, Broker.DEAD, Broker.EXPIRED)) {
            addIfAny(underWay, queue, broker.messages(queue));
        }
        addIfAny(underWay, Broker.PLAN, broker.ready(Broker.PLAN));
        return underWay;
    }

    List<Violation> check() {
        List<Violation> violations = new ArrayList<>();
        Staying.of(() -> traces.broker().state().prepared())
                .forEach(line -> violations.add(I6.violatedBy("broker: " + line)));
        for (String queue : List.of(Broker.DEAD, Broker.EXPIRED)) {
            if (broker.messages(queue) > 0) {
                violations.add(I7.violatedBy(broker.messages(queue) + " messages on " + queue));
            }
        }
        compare(violations, Broker.PLAN, database.number(PLANS), database.number(RESTORED));
        compare(violations, Broker.MAIN, database.number(REMOVALS, "main"), 0);
        compare(violations, Broker.BACKUP, database.number(REMOVALS, "backup"), 0);
        return violations;
    }

    /** @param optional rows that may or may not have a message */
    private void compare(List<Violation> violations, String queue, long rows, long optional) {
        long messages = broker.messages(queue);
        if (messages > 0 && rows + optional == 0) {
            violations.add(I8.violatedBy(messages + " messages on " + queue + " for which no row waits"));
        }
        if (messages == 0 && rows > 0) {
            violations.add(I8.violatedBy(rows + " rows wait for a message on " + queue + ", which is empty"));
        }
    }

    private static void addIfAny(List<String> underWay, String queue, long messages) {
        if (messages > 0) {
            underWay.add(messages + " messages on " + queue);
        }
    }
}
