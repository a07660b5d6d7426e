package org.lethe.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the database is and as whom the application uses it.
 *
 * @param name of the database
 */
record DatabaseAddress(String host, int port, String name, String user, String password) {
    private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^:/?]+)(?::(\\d+))?/([^?]+)");

    static DatabaseAddress of(String url, String user, String password) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new StartFailedException(
                    "LETHE_DB_URL is \"" + url + "\"; it has to be jdbc:postgresql://host:port/database");
        }
        int port = parts.group(2) == null ? 5432 : Integer.parseInt(parts.group(2));
        return new DatabaseAddress(parts.group(1), port, parts.group(3), user, password);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ':' + port + '/' + name;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return jdbcUrl() + " as " + user;
    }
}
