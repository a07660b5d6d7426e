package org.lethe.check;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lethe.database.PlainDatabase;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.RemovalSettings;

/** Whether PostgreSQL keeps what it has acknowledged, and can hold the branches that this node may prepare. */
@Dependent
class DatabaseChecks {

    /** Sessions of the dead-letter and expiry listeners, and requests that commit at the same time. */
    private static final int OTHER_BRANCHES = 34;

    private static final String COULD_BE_LOST = "an accepted delete could be lost, as this is off: ";

    private final PlainDatabase database;
    private final RemovalSettings removal;

    @Inject
    DatabaseChecks(PlainDatabase database, LetheSettings settings) {
        this.database = database;
        this.removal = settings.removal();
    }

    /** Everything that must be so before a node serves. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(losses());
        tooFewPrepared().ifPresent(faults::add);
        return faults;
    }

    /** By what an accepted delete could be lost. */
    List<String> losses() {
        List<String> faults = new ArrayList<>();
        requireOn("fsync", faults);
        requireOn("full_page_writes", faults);
        if ("off".equals(show("synchronous_commit"))) {
            faults.add(COULD_BE_LOST + "synchronous_commit");
        }
        return faults;
    }

    Optional<String> tooFewPrepared() {
        int prepared = Integer.parseInt(show("max_prepared_transactions"));
        int needed = removal.planSessions() + removal.mainSessions() + removal.backupSessions() + OTHER_BRANCHES;
        return prepared >= needed
                ? Optional.empty()
                : Optional.of("max_prepared_transactions is " + prepared + ", and this node may need " + needed);
    }

    private void requireOn(String parameter, List<String> faults) {
        if (!"on".equals(show(parameter))) {
            faults.add(COULD_BE_LOST + parameter);
        }
    }

    private String show(String parameter) {
        return database.one("select current_setting('" + parameter + "')", String.class);
    }
}
