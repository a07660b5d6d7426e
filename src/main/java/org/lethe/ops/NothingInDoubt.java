package org.lethe.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.lethe.check.PreparedAtBroker;
import org.lethe.database.PlainDatabase;
import org.lethe.log.LogEvent;
import org.lethe.settings.LetheSettings;

/**
 * Alive while no branch of this node has stayed prepared, in the database or at the broker, beyond
 * {@code lethe.in-doubt.limit}. Such a branch holds its row locks, or its message; the recovery beside this application
 * settles it within seconds, and when it does not, a restart of the node does. Of a database or a broker that does not
 * answer nothing is known, and a restart would not bring it back: that is for readiness to say.
 */
@Liveness
@ApplicationScoped
public class NothingInDoubt implements HealthCheck {

    @Inject
    PlainDatabase database;

    @Inject
    PreparedAtBroker atBroker;

    @Inject
    LetheSettings settings;

    @Override
    public HealthCheckResponse call() {
        return Checked.check("nothing in doubt", this::fault);
    }

    private String fault() {
        Duration limit = settings.transaction().inDoubtLimit();
        long ours = inDatabase(limit) + atBroker.olderThan(limit);
        if (ours == 0) {
            return "";
        }
        LogEvent.IN_DOUBT.log(ours, limit);
        return ours + " branches of this node have been prepared for longer than " + limit;
    }

    private long inDatabase(Duration limit) {
        try {
            List<String> old = database.all(
                    "select gid from pg_prepared_xacts where database = current_database()"
                            + " and prepared < now() - make_interval(secs => ?)",
                    row -> row.getString(1),
                    (double) limit.toSeconds());
            return old.stream().filter(this::isOurs).count();
        } catch (IllegalStateException away) {
            return 0;
        }
    }

    /** pgjdbc writes a global id as format, global transaction id and branch qualifier, the latter two in Base64. */
    private boolean isOurs(String gid) {
        String[] parts = gid.split("_", 3);
        if (parts.length < 3) {
            return false;
        }
        try {
            String branch = new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.ISO_8859_1);
            return branch.startsWith(settings.node().name());
        } catch (IllegalArgumentException notOfThisDriver) {
            return false;
        }
    }
}
