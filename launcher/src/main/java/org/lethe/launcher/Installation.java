package org.lethe.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One Lethe on this machine: PostgreSQL, Artemis, Payara Micro, each a process of its own.
 *
 * <p>Everything it keeps is below one directory; an installation on a directory that was used before takes up where
 * that one was, however it ended. When {@code LETHE_DB_URL} or {@code LETHE_BROKER_URL} is set, the server uses those
 * and the installation does not start its own. Not for use by many threads, but {@link #close()} may come from any.
 */
public final class Installation implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final DataDirectory data;
    private final Secrets secrets;
    private final NodeIdentity node;
    private final DatabaseAddress databaseAddress;
    private final BrokerAddress brokerAddress;
    private final Optional<ManagedProcess> database;
    private final Optional<ManagedProcess> broker;
    private final ManagedProcess server;
    private final String adminPassword;
    private final int port;
    private final Consumer<String> progress;
    private final Optional<Supervisor> supervisor;

    private Installation(Builder wishes, DataDirectory data) {
        Distribution distribution = Distribution.ofThisBuild();
        this.data = data;
        this.progress = wishes.progress;
        this.secrets = new Secrets(data.secrets());
        this.node = new NodeIdentity(data.node());
        endLeftOvers();

        ExternalServers external = new ExternalServers(System.getenv());
        this.databaseAddress = external.database()
                .orElseGet(() ->
                        new DatabaseAddress("127.0.0.1", node.port("database"), "lethe", "lethe", secrets.database()));
        this.database = external.database().isPresent()
                ? Optional.empty()
                : Optional.of(new ManagedProcess(
                        new PostgresProgram(distribution, data, databaseAddress, secrets.databaseSuperuser()), data));
        this.brokerAddress = external.broker()
                .orElseGet(() -> new BrokerAddress(
                        "127.0.0.1",
                        node.port("broker"),
                        BrokerProcess.APPLICATION,
                        secrets.brokerApplication(),
                        BrokerProcess.MANAGEMENT,
                        secrets.brokerManagement()));
        this.broker = external.broker().isPresent()
                ? Optional.empty()
                : Optional.of(new ManagedProcess(
                        new BrokerProgram(
                                distribution,
                                data,
                                brokerAddress,
                                new JvmSettings(wishes.brokerHeap, wishes.brokerOptions)),
                        data));

        Optional.ofNullable(
                        wishes.environment.getOrDefault("LETHE_ADMIN_PASSWORD", System.getenv("LETHE_ADMIN_PASSWORD")))
                .ifPresent(secrets::keepAdmin);
        this.adminPassword = secrets.admin();
        this.port = wishes.port == 0 ? NodeIdentity.freePort() : wishes.port;
        Map<String, String> environment = new ServerEnvironment(node.name(), data, distribution)
                .with(databaseAddress)
                .with(brokerAddress)
                .withAdminPassword(adminPassword)
                .and(wishes.environment);
        PayaraProgram payara = new PayaraProgram(
                distribution, data, port, environment, new JvmSettings(wishes.serverHeap, wishes.serverOptions));
        this.server = new ManagedProcess(payara, data);
        this.supervisor = wishes.supervised
                ? Optional.of(new Supervisor(inOrder(), payara::isAlive, progress))
                : Optional.empty();
    }

    /** Describes an installation whose data are in the directory, which need not exist. */
    public static Builder in(Path dataDirectory) {
        return new Builder(dataDirectory);
    }

    /**
     * Starts all three and waits until they are ready.
     *
     * @throws StartFailedException when one of them does not become ready; what was started is stopped again
     */
    public void start() {
        if (!NodeIdentity.isFree(port)) {
            throw new StartFailedException("Port " + port + " is in use. Choose another one: --port N");
        }
        try {
            progress.accept("Starting the database and the broker");
            database.ifPresent(ManagedProcess::startAndForget);
            broker.ifPresent(ManagedProcess::startAndForget);
            database.ifPresent(process -> process.awaitReady(START_LIMIT));
            broker.ifPresent(process -> process.awaitReady(START_LIMIT));
            progress.accept("Starting the server");
            server.start();
            supervisor.ifPresent(Supervisor::watch);
        } catch (RuntimeException e) {
            stopAll();
            throw e;
        }
    }

    /** PostgreSQL. */
    public ManagedProcess database() {
        return database.orElseThrow(() -> new IllegalStateException("The database is not this installation's own"));
    }

    /** Artemis. */
    public ManagedProcess broker() {
        return broker.orElseThrow(() -> new IllegalStateException("The broker is not this installation's own"));
    }

    /** Payara Micro with the application. */
    public ManagedProcess server() {
        return server;
    }

    /** Where people and programs reach it; ends with a slash. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + '/');
    }

    public String jdbcUrl() {
        return databaseAddress.jdbcUrl();
    }

    public String databaseUser() {
        return databaseAddress.user();
    }

    public String databasePassword() {
        return databaseAddress.password();
    }

    public String brokerUrl() {
        return brokerAddress.url();
    }

    public String brokerUser() {
        return brokerAddress.user();
    }

    public String brokerPassword() {
        return brokerAddress.password();
    }

    public String managementUser() {
        return brokerAddress.managementUser();
    }

    public String managementPassword() {
        return brokerAddress.managementPassword();
    }

    /** The directory of a storage: {@code main} or {@code backup}. */
    public Path storage(String id) {
        return data.storage(id);
    }

    public Path dataDirectory() {
        return data.root();
    }

    /** The server's name in transactions; the same for as long as the data are kept. */
    public String nodeName() {
        return node.name();
    }

    /** The password of the first administrator, whose login is {@code admin}. */
    public String adminPassword() {
        return adminPassword;
    }

    /** Whether this start made the password, so that nobody has seen it yet. */
    public boolean adminPasswordIsNew() {
        return secrets.adminPasswordIsNew();
    }

    /** Stops the server, the broker and the database, in this order, and gives up the directory. */
    @Override
    public void close() {
        stopAll();
        data.close();
    }

    private void stopAll() {
        supervisor.ifPresent(Supervisor::close);
        progress.accept("Stopping the server");
        server.retire();
        progress.accept("Stopping the broker and the database");
        broker.ifPresent(ManagedProcess::retire);
        database.ifPresent(ManagedProcess::retire);
    }

    private List<ManagedProcess> inOrder() {
        return Stream.of(database, broker, Optional.of(server))
                .flatMap(Optional::stream)
                .toList();
    }

    private void endLeftOvers() {
        for (Part part : Part.values()) {
            if (part.endLeftOver(data)) {
                progress.accept("Ended the " + part.label() + " that an earlier launcher left running");
            }
        }
    }

    /** What an installation is to be like; the defaults are those of {@code ./lethe run}. */
    public static final class Builder {
        private final Path dataDirectory;
        private final List<String> serverOptions = new ArrayList<>();
        private final List<String> brokerOptions = new ArrayList<>();
        private final Map<String, String> environment = new LinkedHashMap<>();
        private int port = 8080;
        private String serverHeap = "1g";
        private String brokerHeap = "512m";
        private boolean supervised;
        private Consumer<String> progress = line -> {};

        private Builder(Path dataDirectory) {
            this.dataDirectory = Objects.requireNonNull(dataDirectory);
        }

        /** Of HTTP; 0 chooses a free one. */
        public Builder port(int number) {
            if (number < 0 || number > 65_535) {
                throw new IllegalArgumentException(number + " is not a port");
            }
            port = number;
            return this;
        }

        /** The server's most memory for objects, such as {@code 512m}. */
        public Builder serverHeap(String size) {
            serverHeap = size;
            return this;
        }

        /** The broker's most memory for objects, such as {@code 512m}. */
        public Builder brokerHeap(String size) {
            brokerHeap = size;
            return this;
        }

        /** An option of the server's JVM in addition; may be called again and again. */
        public Builder serverOption(String option) {
            serverOptions.add(option);
            return this;
        }

        /** A variable of the server's environment, such as {@code LETHE_REMOVAL_CHUNK_SIZE}. */
        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** A system property of the broker's process, such as {@code lethe.redelivery.delay}. */
        public Builder brokerProperty(String name, String value) {
            brokerOptions.add("-D" + name + '=' + value);
            return this;
        }

        /** Whether what dies, or does not live any more, is started again. */
        public Builder supervised(boolean wish) {
            supervised = wish;
            return this;
        }

        /** Who is told, in a sentence each, what is going on. */
        public Builder progress(Consumer<String> listener) {
            progress = listener;
            return this;
        }

        /**
         * Claims the directory and ends what a launcher that was killed left running there; starts nothing.
         *
         * @throws StartFailedException when another launcher uses the directory
         */
        public Installation build() {
            DataDirectory data = DataDirectory.claim(dataDirectory);
            try {
                return new Installation(this, data);
            } catch (RuntimeException e) {
                data.close();
                throw e;
            }
        }
    }
}
