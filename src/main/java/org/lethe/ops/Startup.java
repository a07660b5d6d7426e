package org.lethe.ops;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.lethe.account.FirstAdministrator;
import org.lethe.check.StartupChecks;
import org.lethe.errorpolicy.ObeyErrorPolicies;
import org.lethe.log.LogEvent;
import org.lethe.redelivery.AdoptPresentSettings;
import org.lethe.serving.ServingGate;
import org.lethe.settings.LetheSettings;

/**
 * Brings a node up: schema, checks, first administrator, first redelivery settings, the error policies, then the gate opens. A check that
 * fails makes deploying fail: a node that could lose something does not serve.
 */
@Singleton
@jakarta.ejb.Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Startup {

    @Resource(lookup = "jdbc/lethe_plain")
    DataSource database;

    @Inject
    LetheSettings settings;

    @Inject
    StartupChecks checks;

    @Inject
    FirstAdministrator firstAdministrator;

    @Inject
    AdoptPresentSettings adoptPresentSettings;

    @Inject
    ObeyErrorPolicies errorPolicies;

    @Inject
    ServingGate gate;

    @PostConstruct
    void start() {
        Flyway.configure().dataSource(database).load().migrate();
        List<String> faults = checks.faults();
        if (!faults.isEmpty()) {
            LogEvent.NOT_SERVING.log(String.join("; ", faults));
            throw new IllegalStateException("Lethe does not serve: " + String.join("; ", faults));
        }
        firstAdministrator.ensure();
        adoptPresentSettings.ensure();
        errorPolicies.obey();
        gate.open();
        LogEvent.SERVING.log(settings.node().name());
    }
}
