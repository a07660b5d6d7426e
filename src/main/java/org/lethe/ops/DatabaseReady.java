package org.lethe.ops;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lethe.database.PlainDatabase;
import org.lethe.serving.ServingGate;

/** Ready when the start-up checks have passed and the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    @Inject
    PlainDatabase database;

    @Inject
    ServingGate gate;

    /** By which requests work. What it still holds of connections from before an outage is found out here, not by them. */
    @Resource(lookup = "jdbc/lethe")
    DataSource work;

    @Override
    public HealthCheckResponse call() {
        return Checked.check("database", () -> {
            database.one("select 1", Integer.class);
            PlainDatabase.requireAnswer(work);
            return gate.isOpen() ? "" : "the start-up checks have not passed";
        });
    }
}
