package org.lethe.settings;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Settings for tests: all that is required, and what the test wants otherwise. */
public final class SettingsOf {

    private static final Map<String, String> REQUIRED = Map.of(
            "lethe.node.name", "node-001",
            "lethe.storage.main.directory", "/photos/main",
            "lethe.storage.backup.directory", "/photos/backup",
            "lethe.broker.management.user", "manager",
            "lethe.broker.management.password", "correct horse");

    private SettingsOf() {}

    /** Settings with these keys and values, one after the other. */
    public static LetheSettings with(String... keysAndValues) {
        return LetheSettings.from(config(keysAndValues));
    }

    static Config config(String... keysAndValues) {
        Map<String, String> values = new HashMap<>(REQUIRED);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return of(values);
    }

    static Config of(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test.properties", 100))
                .build();
    }
}
