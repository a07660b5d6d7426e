package org.lethe.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
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
    private final DataDirectory data;
    private final Secrets secrets;
    private final NodeIdentity node;
    private final DatabaseAddress databaseAddress;
    private final BrokerAddress brokerAddress;
    private final Optional<ManagedProcess> database;
    private final Optional<ManagedProcess> broker;
    private final PayaraProgram payara;
    private final ManagedProcess server;
    private final String adminPassword;
    private final int port;
    private final Map<String, String> environment;
    private final boolean supervised;
    private final Consumer<String> progress;
    private final List<Supervisor> supervisors = new CopyOnWriteArrayList<>();

    private Installation(Builder wishes, DataDirectory data) {
        Distribution distribution = Distribution.ofThisBuild();
        this.data = data;
        this.progress = wishes.progress;
        this.supervised = wishes.supervised;
        this.secrets = new Secrets(data.secrets());
        this.node = new NodeIdentity(data.node());
        endLeftOvers();

        ExternalServers external = new ExternalServers(System.getenv());
        this.databaseAddress = external.database().orElseGet(this::ownDatabase);
        this.database = external.database().isPresent()
                ? Optional.empty()
                : process(new PostgresProgram(distribution, data, databaseAddress, secrets.databaseSuperuser()));
        this.brokerAddress = external.broker().orElseGet(this::ownBroker);
        this.broker = external.broker().isPresent()
                ? Optional.empty()
                : process(new BrokerProgram(distribution, data, brokerAddress, wishes.brokerJvm(), clientPasswords()));

        wishes.adminPassword().ifPresent(secrets::chooseAdmin);
        this.adminPassword = secrets.admin();
        this.port = wishes.port == 0 ? NodeIdentity.freePort() : wishes.port;
        node.keepPort("http", port);
        this.environment = new ServerEnvironment(node.name(), data)
                .with(databaseAddress)
                .with(brokerAddress)
                .withAdminPassword(adminPassword)
                .withCallbackKey(secrets.callbackKey())
                .and(wishes.environment);
        this.payara = new PayaraProgram(distribution, data, port, environment, wishes.serverJvm());
        this.server = new ManagedProcess(payara, data);
    }

    private Map<String, String> clientPasswords() {
        return Map.of(
                BrokerProcess.SUBSCRIBER_PASSWORD, secrets.brokerSubscriber(),
                BrokerProcess.REQUESTER_PASSWORD, secrets.brokerRequester());
    }

    private DatabaseAddress ownDatabase() {
        return new DatabaseAddress("127.0.0.1", node.port("database"), "lethe", "lethe", secrets.database());
    }

    private BrokerAddress ownBroker() {
        return new BrokerAddress(
                "127.0.0.1",
                node.port("broker"),
                BrokerProcess.APPLICATION,
                secrets.brokerApplication(),
                BrokerProcess.MANAGEMENT,
                secrets.brokerManagement());
    }

    private Optional<ManagedProcess> process(Program program) {
        return Optional.of(new ManagedProcess(program, data));
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
            database.ifPresent(this::startAndTell);
            broker.ifPresent(this::startAndTell);
            database.ifPresentOrElse(ManagedProcess::awaitReady, this::checkExternalDatabase);
            broker.ifPresent(ManagedProcess::awaitReady);
            startAndTell(server);
            server.awaitReady();
        } catch (RuntimeException e) {
            stopAll();
            throw e;
        }
        if (supervised) {
            database.ifPresent(process -> supervise(process, process::isRunning));
            broker.ifPresent(process -> supervise(process, process::isRunning));
            supervise(server, payara::lives);
        }
    }

    private void startAndTell(ManagedProcess process) {
        progress.accept("Starting the " + process.name());
        process.startAndForget();
    }

    private void checkExternalDatabase() {
        try {
            new DatabaseSetUp(databaseAddress).checkDurable();
        } catch (SQLException e) {
            throw new StartFailedException(databaseAddress + " does not answer: " + e.getMessage(), e);
        }
    }

    private void supervise(ManagedProcess process, BooleanSupplier lives) {
        supervisors.add(new Supervisor(process, lives, progress));
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

    /** The user who may subscribe to events, and nothing else. */
    public String subscriberUser() {
        return BrokerProcess.SUBSCRIBER;
    }

    public String subscriberPassword() {
        return secrets.brokerSubscriber();
    }

    /** The user who may ask for deletions by messages and read the replies, and nothing else. */
    public String requesterUser() {
        return BrokerProcess.REQUESTER;
    }

    public String requesterPassword() {
        return secrets.brokerRequester();
    }

    public String managementUser() {
        return brokerAddress.managementUser();
    }

    public String managementPassword() {
        return brokerAddress.managementPassword();
    }

    /** The directory of a storage: {@code main} or {@code backup}. */
    public Path storage(String id) {
        return Path.of(environment.get(ServerEnvironment.storageDirectory(id)));
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

    /** The administrator's password, once: empty when it was chosen by a person or shown before. */
    public Optional<String> unseenAdminPassword() {
        if (!secrets.isAdminUnseen()) {
            return Optional.empty();
        }
        secrets.adminSeen();
        return Optional.of(adminPassword);
    }

    /** Stops the server, the broker and the database, in this order, and gives up the directory. */
    @Override
    public void close() {
        stopAll();
        data.close();
    }

    private void stopAll() {
        supervisors.forEach(Supervisor::close);
        Stream.of(Optional.of(server), broker, database)
                .flatMap(Optional::stream)
                .forEach(this::stop);
    }

    private void stop(ManagedProcess process) {
        if (process.isRunning()) {
            progress.accept("Stopping the " + process.name());
        }
        process.retire();
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

        /** An option of the broker's JVM in addition; may be called again and again. */
        public Builder brokerOption(String option) {
            brokerOptions.add(option);
            return this;
        }

        /** A system property of the broker's process, such as {@code lethe.redelivery.delay}. */
        public Builder brokerProperty(String name, String value) {
            return brokerOption("-D" + name + '=' + value);
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

        private JvmSettings serverJvm() {
            return new JvmSettings(serverHeap, serverOptions);
        }

        private JvmSettings brokerJvm() {
            return new JvmSettings(brokerHeap, brokerOptions);
        }

        private Optional<String> adminPassword() {
            String variable = "LETHE_ADMIN_PASSWORD";
            return Optional.ofNullable(environment.getOrDefault(variable, System.getenv(variable)))
                    .filter(password -> !password.isEmpty());
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
