package org.lethe.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lethe.storage.FileStorage;
import org.lethe.storage.Storages;

/** Ready when every storage can be written. */
@Readiness
@ApplicationScoped
public class StoragesReady implements HealthCheck {

    @Inject
    Storages storages;

    @Override
    public HealthCheckResponse call() {
        return Checked.check("storages", () -> {
            storages.all().forEach(FileStorage::probe);
            return "";
        });
    }
}
