package org.lethe.launcher;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The variables by which the server's boot commands and the application learn where everything is. */
final class ServerEnvironment {
    /**
     * Time limits that the server's boot commands must know too, and these as whole seconds: the variable that a person
     * sets, as an ISO 8601 duration, and the one that the commands read, with its default.
     */
    private static final Map<String, InSeconds> SECONDS = Map.of(
            "LETHE_TRANSACTION_TIMEOUT", new InSeconds("LETHE_BOOT_TRANSACTION_SECONDS", 60),
            "LETHE_DATABASE_SOCKET_TIMEOUT", new InSeconds("LETHE_BOOT_SOCKET_SECONDS", 30),
            "LETHE_DATABASE_STATEMENT_TIMEOUT", new InSeconds("LETHE_BOOT_STATEMENT_SECONDS", 20));

    private final Map<String, String> variables = new LinkedHashMap<>();

    ServerEnvironment(String nodeName, DataDirectory data) {
        variables.put("LETHE_NODE_NAME", nodeName);
        variables.put("LETHE_TRANSACTION_LOG", data.transactionLog().toString());
        // Relative to the server's working directory: a boot command cannot hold a path with a space.
        variables.put("LETHE_RESOURCE_ADAPTER", PayaraProgram.RESOURCE_ADAPTER);
        for (String id : List.of("main", "backup")) {
            String variable = storageDirectory(id);
            String chosen = System.getenv(variable);
            variables.put(variable, chosen == null ? data.storage(id).toString() : chosen);
        }
        SECONDS.keySet().forEach(limit -> Optional.ofNullable(System.getenv(limit))
                .ifPresent(chosen -> variables.put(limit, chosen)));
    }

    /** The variable that says where a storage is; who sets it has the storage there. */
    static String storageDirectory(String id) {
        return "LETHE_STORAGE_" + id.toUpperCase(Locale.ROOT) + "_DIRECTORY";
    }

    ServerEnvironment with(DatabaseAddress database) {
        variables.put("LETHE_DB_HOST", escaped(database.host()));
        variables.put("LETHE_DB_PORT", Integer.toString(database.port()));
        variables.put("LETHE_DB_NAME", escaped(database.name()));
        variables.put("LETHE_DB_USER", escaped(database.user()));
        variables.put("LETHE_DB_PASSWORD", escaped(database.password()));
        return this;
    }

    ServerEnvironment with(BrokerAddress broker) {
        variables.put("LETHE_BROKER_CONNECTION", "host\\=" + escaped(broker.host()) + ";port\\=" + broker.port());
        variables.put("LETHE_BROKER_USER", escaped(broker.user()));
        variables.put("LETHE_BROKER_PASSWORD", escaped(broker.password()));
        variables.put("LETHE_BROKER_URL", broker.url());
        variables.put("LETHE_BROKER_MANAGEMENT_USER", broker.managementUser());
        variables.put("LETHE_BROKER_MANAGEMENT_PASSWORD", broker.managementPassword());
        return this;
    }

    ServerEnvironment withAdminPassword(String password) {
        variables.put("LETHE_ADMIN_PASSWORD", password);
        return this;
    }

    /** With what callbacks are signed from; what a person has chosen wins. */
    ServerEnvironment withCallbackKey(String key) {
        String variable = "LETHE_CALLBACK_KEY";
        variables.put(variable, Optional.ofNullable(System.getenv(variable)).orElse(key));
        return this;
    }

    /** What was asked for by name wins. */
    Map<String, String> and(Map<String, String> asked) {
        variables.putAll(asked);
        SECONDS.forEach((limit, seconds) -> variables.put(seconds.variable(), seconds.of(variables.get(limit))));
        return Map.copyOf(variables);
    }

    private record InSeconds(String variable, int byDefault) {
        /** What cannot be read has the default: the application tells of it when it starts, and does not serve. */
        String of(String limit) {
            try {
                return Long.toString(
                        limit == null
                                ? byDefault
                                : Math.max(1, Duration.parse(limit).toSeconds()));
            } catch (DateTimeParseException unreadable) {
                return Integer.toString(byDefault);
            }
        }
    }

    /** In asadmin's notation a backslash stands before what separates properties. */
    static String escaped(String value) {
        return value.replaceAll("([\\\\:=])", "\\\\$1");
    }
}
