package org.lethe.bench;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.lethe.launcher.Installation;
import org.lethe.launcher.ManagedProcess;

/**
 * The Lethe that is measured: an installation of its own with 512 MB for the server and 512 MB for the broker, and a
 * look into its database. One thread at a time.
 */
final class Subject implements AutoCloseable {

    static final String HEAP = "512m";

    private static final Duration POLL = Duration.ofMillis(20);

    private final Installation installation;
    private final Connection database;
    private final Api api;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Subject(Installation installation, Connection database) {
        this.installation = installation;
        this.database = database;
        this.api = new Api(installation.url(), installation.adminPassword());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    /** Starts one on a directory, new or used before, with these variables in the server's environment. */
    static Subject start(Path data, Map<String, String> environment) throws SQLException {
        Installation.Builder builder = Installation.in(data)
                .port(0)
                .serverHeap(HEAP)
                .brokerHeap(HEAP)
                .serverOption("-Djava.rmi.server.hostname=127.0.0.1"); // profiles are asked for over the loopback only
        List.of("READS", "DOWNLOADS", "WRITES", "DELETES", "UPLOADS")
                .forEach(kind -> builder.environment("LETHE_RATE_" + kind, "0")); // one owner asks for all
        environment.forEach(builder::environment);
        Installation installation = builder.build();
        installation.start();
        return new Subject(installation, connect(installation));
    }

    /** Another connection to the database; whoever asks for it closes it. */
    Connection newConnection() throws SQLException {
        return connect(installation);
    }

    private static Connection connect(Installation installation) throws SQLException {
        return DriverManager.getConnection(
                installation.jdbcUrl(), installation.databaseUser(), installation.databasePassword());
    }

    Connection database() {
        return database;
    }

    Api api() {
        return api;
    }

    URI url() {
        return installation.url();
    }

    String adminPassword() {
        return installation.adminPassword();
    }

    /** Waits until every deletion is over. */
    void awaitNoDeletionUnfinished(Duration limit) throws SQLException, InterruptedException {
        awaitNone("deletion where state in ('REQUESTED', 'PLANNING', 'REMOVING')", limit);
    }

    /** Waits until every thumbnail that is wanted is made. */
    void awaitNoThumbnailPending(Duration limit) throws SQLException, InterruptedException {
        awaitNone("thumbnail_pending", limit);
    }

    private void awaitNone(String rows, Duration limit) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(limit);
        try (PreparedStatement any = database.prepareStatement("select exists (select 1 from " + rows + ")")) {
            while (isTrue(any)) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("There is still a " + rows + " after " + limit);
                }
                Thread.sleep(POLL.toMillis());
            }
        }
    }

    private static boolean isTrue(PreparedStatement question) throws SQLException {
        try (ResultSet row = question.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** The trees of files that the storages are. */
    List<FileTree> storages() {
        return Stream.of("main", "backup")
                .map(installation::storage)
                .map(FileTree::new)
                .toList();
    }

    ManagedProcess server() {
        return installation.server();
    }

    ManagedProcess broker() {
        return installation.broker();
    }

    ManagedProcess databaseServer() {
        return installation.database();
    }

    /**
     * Waits until a deletion is over, at its row: to ask the API for its progress would take part in the work.
     *
     * @return the moment at which it was seen to be COMPLETED
     * @throws IllegalStateException when it is over in another way, or is not after the limit
     */
    Instant awaitCompleted(UUID deletion, Duration limit) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (true) {
            String state = state(deletion);
            Instant now = Instant.now();
            if (state.equals("COMPLETED")) {
                return now;
            }
            if (state.equals("COMPLETED_WITH_FAILURES") || now.isAfter(end)) {
                throw new IllegalStateException(
                        "The deletion " + deletion + " is " + state + " after " + limit.toSeconds() + " s or less");
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** A deletion's state, at its row. */
    String state(UUID deletion) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("select state from deletion where id = ?")) {
            statement.setObject(1, deletion);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "not there";
            }
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
        stop();
    }

    /** Also on Ctrl-C: no process is left behind. */
    private void stop() {
        if (stopped.compareAndSet(false, true)) {
            installation.close();
        }
    }
}
