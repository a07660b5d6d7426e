package org.lethe.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the broker is, and the two users that it knows: the application's and the management's.
 */
record BrokerAddress(
        String host, int port, String user, String password, String managementUser, String managementPassword) {
    private static final Pattern URL = Pattern.compile("tcp://([^:/?]+):(\\d+)");

    static BrokerAddress of(
            String url, String user, String password, String managementUser, String managementPassword) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new StartFailedException("LETHE_BROKER_URL is \"" + url + "\"; it has to be tcp://host:port");
        }
        return new BrokerAddress(
                parts.group(1), Integer.parseInt(parts.group(2)), user, password, managementUser, managementPassword);
    }

    String url() {
        return "tcp://" + host + ':' + port;
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return url() + " as " + user + " and " + managementUser;
    }
}
