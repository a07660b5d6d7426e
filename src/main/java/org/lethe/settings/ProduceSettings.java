package org.lethe.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes {@link LetheSettings} injectable. Singleton, as a record cannot be proxied (Jakarta CDI 4.0, section 3.10). */
@ApplicationScoped
class ProduceSettings {

    @Produces
    @Singleton
    LetheSettings settings() {
        return LetheSettings.from(ConfigProvider.getConfig());
    }
}
