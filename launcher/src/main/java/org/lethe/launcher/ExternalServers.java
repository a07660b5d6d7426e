package org.lethe.launcher;

import java.util.Map;
import java.util.Optional;

/**
 * The database and the broker that run already, if the environment names them:
 * {@code LETHE_DB_URL, LETHE_DB_USER, LETHE_DB_PASSWORD} and {@code LETHE_BROKER_URL, LETHE_BROKER_USER,
 * LETHE_BROKER_PASSWORD, LETHE_BROKER_MANAGEMENT_USER, LETHE_BROKER_MANAGEMENT_PASSWORD}.
 */
record ExternalServers(Map<String, String> environment) {
    Optional<DatabaseAddress> database() {
        return url("LETHE_DB_URL")
                .map(url -> DatabaseAddress.of(url, needed("LETHE_DB_USER"), needed("LETHE_DB_PASSWORD")));
    }

    Optional<BrokerAddress> broker() {
        return url("LETHE_BROKER_URL")
                .map(url -> BrokerAddress.of(
                        url,
                        needed("LETHE_BROKER_USER"),
                        needed("LETHE_BROKER_PASSWORD"),
                        needed("LETHE_BROKER_MANAGEMENT_USER"),
                        needed("LETHE_BROKER_MANAGEMENT_PASSWORD")));
    }

    private Optional<String> url(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    private String needed(String variable) {
        return url(variable).orElseThrow(() -> new StartFailedException("The variable " + variable + " is missing"));
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "database " + url("LETHE_DB_URL") + ", broker " + url("LETHE_BROKER_URL");
    }
}
