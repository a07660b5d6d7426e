package org.lethe.check;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.lethe.database.PlainDatabase;
import org.lethe.settings.LetheSettings;

/** Whether PostgreSQL keeps what it has acknowledged, and whether transactions stand between their phases. */
@Dependent
class LookAtDatabase {

    private static final String TRANSACTIONS = "TRANSACTIONS";

    private final DatabaseChecks settings;
    private final PlainDatabase database;
    private final PreparedAtBroker atBroker;
    private final LetheSettings node;

    @Inject
    LookAtDatabase(DatabaseChecks settings, PlainDatabase database, PreparedAtBroker atBroker, LetheSettings node) {
        this.settings = settings;
        this.database = database;
        this.atBroker = atBroker;
        this.node = node;
    }

    List<Look> looks() {
        return List.of(
                Look.at(
                        "database-durability",
                        "DATABASE",
                        "The database keeps what it has acknowledged",
                        this::durability),
                Look.at("database-prepared-limit", TRANSACTIONS, "There is room for every transaction", this::limit),
                Look.at("database-prepared-old", TRANSACTIONS, "Nothing is in doubt in the database", this::inDatabase),
                Look.at("broker-prepared-old", TRANSACTIONS, "Nothing is in doubt at the broker", this::atBroker));
    }

    private Check durability(Check.Subject subject) {
        List<String> losses = settings.losses();
        return losses.isEmpty()
                ? subject.ok("fsync, full_page_writes and synchronous_commit are on")
                : subject.fail(String.join("; ", losses), "Correct postgresql.conf, and reload it.");
    }

    private Check limit(Check.Subject subject) {
        return settings.tooFewPrepared()
                .map(fault -> subject.fail(fault, "Raise max_prepared_transactions, and restart PostgreSQL."))
                .orElseGet(() -> subject.ok("max_prepared_transactions is enough for this node"));
    }

    /** Of any node: whoever left it, it holds locks and keeps PostgreSQL from cleaning up. */
    private Check inDatabase(Check.Subject subject) {
        double limit = node.transaction().inDoubtLimit().toSeconds();
        return database.all(
                        "select count(*), coalesce(extract(epoch from now() - min(prepared)), 0) from pg_prepared_xacts"
                                + " where database = current_database() and prepared < now() - make_interval(secs => ?)",
                        row -> row.getLong(1) == 0
                                ? subject.ok("no branch is prepared for longer than "
                                        + node.transaction().inDoubtLimit())
                                : subject.fail(
                                        row.getLong(1) + " branches are prepared, the oldest for " + row.getLong(2)
                                                + " s",
                                        "Restart the nodes one by one; see \"in doubt\" in docs/operating.md."),
                        limit)
                .get(0);
    }

    private Check atBroker(Check.Subject subject) {
        long old = atBroker.olderThan(node.transaction().inDoubtLimit());
        return old == 0
                ? subject.ok("no branch of this node is prepared for longer than "
                        + node.transaction().inDoubtLimit())
                : subject.fail(
                        old + " branches of this node are prepared, and keep their messages",
                        "Restart the node; see \"in doubt\" in docs/operating.md.");
    }
}
