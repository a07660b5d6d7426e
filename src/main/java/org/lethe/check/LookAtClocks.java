package org.lethe.check;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.lethe.broker.BrokerManagement;
import org.lethe.database.PlainDatabase;

/** Whether node, database and broker tell the same time: restore windows and waits are set by one and kept by another. */
@Dependent
class LookAtClocks {

    private static final Duration OFF = Duration.ofSeconds(2);
    private static final Duration FAR_OFF = Duration.ofSeconds(30);

    private final PlainDatabase database;
    private final BrokerManagement broker;

    @Inject
    LookAtClocks(PlainDatabase database, BrokerManagement broker) {
        this.database = database;
        this.broker = broker;
    }

    List<Look> looks() {
        return List.of(
                Look.at(
                        "clock-database",
                        "CLOCKS",
                        "The database's clock is this node's",
                        subject -> compare(
                                subject, () -> database.all("select clock_timestamp()", row -> row.getTimestamp(1)
                                                .toInstant())
                                        .get(0))),
                Look.at(
                        "clock-broker",
                        "CLOCKS",
                        "The broker's clock is this node's",
                        subject -> compare(
                                subject,
                                () -> Instant.ofEpochMilli(
                                        ((Number) broker.attribute("currentTimeMillis")).longValue()))));
    }

    private static Check compare(Check.Subject subject, Supplier<Instant> clock) {
        Instant before = Instant.now();
        Instant theirs = clock.get();
        Instant after = Instant.now();
        return compare(subject, before, theirs, after);
    }

    /** Off is only what the time of asking does not explain. */
    static Check compare(Check.Subject subject, Instant before, Instant theirs, Instant after) {
        Duration ahead = Duration.between(after, theirs);
        Duration behind = Duration.between(theirs, before);
        Duration off = ahead.compareTo(behind) > 0 ? ahead : behind;
        String found = off.isNegative() || off.isZero()
                ? "no difference that the time of asking does not explain"
                : "off by " + off.toMillis() + " ms";
        String todo = "Set the clocks by NTP on every machine.";
        if (off.compareTo(FAR_OFF) > 0) {
            return subject.fail(found, todo);
        }
        return off.compareTo(OFF) > 0 ? subject.warn(found, todo) : subject.ok(found);
    }
}
