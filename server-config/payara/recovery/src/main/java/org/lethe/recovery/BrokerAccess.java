package org.lethe.recovery;

import org.eclipse.microprofile.config.Config;

/**
 * Where the broker is and who asks it.
 *
 * @param url as the core client reads it, {@code tcp://host:port}
 */
record BrokerAccess(String url, String user, String password) {
    static BrokerAccess from(Config settings) {
        return new BrokerAccess(
                settings.getValue("lethe.broker.url", String.class),
                settings.getValue("lethe.broker.management.user", String.class),
                settings.getValue("lethe.broker.management.password", String.class));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
