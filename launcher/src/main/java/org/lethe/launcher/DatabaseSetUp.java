package org.lethe.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Makes the application's role and database, and checks that what is committed there stays. May run again and again. */
record DatabaseSetUp(DatabaseAddress address) {
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    /** Makes what is missing, as the superuser. */
    void createdBy(String superuser, String password) throws SQLException {
        try (Connection connection = connect("postgres", superuser, password)) {
            String role = quoted(address.user());
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", address.user())) {
                execute(connection, "create role " + role + " login");
            }
            execute(
                    connection,
                    "alter role " + role + " password '" + address.password().replace("'", "''") + "'");
            if (!exists(connection, "select 1 from pg_database where datname = ?", address.name())) {
                execute(connection, "create database " + quoted(address.name()) + " owner " + role);
            }
        }
    }

    /**
     * Connects as the application does and looks at the settings.
     *
     * @throws StartFailedException when a commit could be lost there, or none in two phases is possible
     * @throws SQLException when the database does not answer
     */
    void checkDurable() throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = connect(address.name(), address.user(), address.password())) {
            for (String setting : DURABLE) {
                String value = show(connection, setting);
                if (!"on".equals(value)) {
                    faults.add(setting + " is " + value + " and has to be on");
                }
            }
            if ("0".equals(show(connection, "max_prepared_transactions"))) {
                faults.add("max_prepared_transactions is 0 and has to be as large as max_connections");
            }
        }
        if (!faults.isEmpty()) {
            throw new StartFailedException(
                    address + " cannot keep what Lethe accepts: " + String.join("; ", faults) + '.');
        }
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "20");
        properties.setProperty("ApplicationName", "lethe-launcher");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.host() + ':' + address.port() + '/' + database, properties);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
