package org.lethe.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL, as a child process. Its settings force every commit to the disk, and it is not ready unless they do.
 */
final class PostgresProgram implements Program {
    private static final Duration EARLIER_ENDS_WITHIN = Duration.ofSeconds(10);

    private final OrdinaryUser user = OrdinaryUser.find();
    private final Path programs;
    private final Path settings;
    private final Path cluster;
    private final DatabaseAddress address;
    private final String superuserPassword;

    PostgresProgram(Distribution distribution, DataDirectory data, DatabaseAddress address, String superuserPassword) {
        this.programs = PostgresPrograms.unpackedBeside(distribution.databasePrograms(), data.root());
        this.settings = distribution.settings("postgresql/postgresql.conf");
        this.cluster = data.root().resolve("postgresql");
        this.address = address;
        this.superuserPassword = superuserPassword;
    }

    @Override
    public Part part() {
        return Part.DATABASE;
    }

    @Override
    public List<String> command(List<String> options) throws IOException {
        user.letThrough(cluster.getParent());
        if (!Files.exists(cluster)) {
            makeCluster();
        }
        awaitEndOfEarlier();
        List<String> command = new ArrayList<>(asOrdinaryUser("postgres", "-D", cluster.toString()));
        command.addAll(List.of("-c", "config_file=" + settings));
        command.addAll(List.of("-c", "listen_addresses=" + address.host(), "-c", "port=" + address.port()));
        command.addAll(List.of("-c", "unix_socket_directories="));
        command.addAll(options);
        return command;
    }

    @Override
    public Path directory() {
        return cluster;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("LC_ALL", "C");
    }

    @Override
    public Optional<String> whatIsMissing() {
        try {
            new DatabaseSetUp(address).createdBy("postgres", superuserPassword);
            new DatabaseSetUp(address).checkDurable();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * PostgreSQL does not start while there is a process with the id in its lock file; one that was killed a moment ago may
     * still be there. Whose id was given to another process meanwhile, PostgreSQL says so itself.
     */
    private void awaitEndOfEarlier() throws IOException {
        Path lockFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(lockFile)) {
            return;
        }
        try (Stream<String> lines = Files.lines(lockFile)) {
            lines.findFirst()
                    .filter(line -> line.matches("\\d{1,9}"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .ifPresent(earlier -> Ending.isGoneWithin(earlier, EARLIER_ENDS_WITHIN));
        }
    }

    /** Made elsewhere and moved as a whole: a start that is killed half-way leaves no half a cluster. */
    private void makeCluster() throws IOException {
        Path making = cluster.resolveSibling("postgresql.new");
        Path passwordFile = cluster.resolveSibling("postgresql.password");
        DataDirectory.deleteRecursively(making);
        Files.createDirectory(
                making, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.give(making);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, superuserPassword);
            user.give(passwordFile);
            List<String> command = new ArrayList<>(asOrdinaryUser("initdb", "-D", making.toString()));
            command.addAll(List.of("-U", "postgres", "--pwfile=" + passwordFile, "--auth=scram-sha-256"));
            command.addAll(List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"));
            command.addAll(List.of("--builtin-locale=C.UTF-8", "--data-checksums"));
            run(command, making);
            Files.move(making, cluster, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private List<String> asOrdinaryUser(String program, String... arguments) {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(List<String> command, Path directory) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new StartFailedException(String.join(" ", command) + " failed with exit code " + code + ":\n"
                        + said
                        + "\nIf it cannot run here, set LETHE_DB_URL to use a PostgreSQL that runs already.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new StartFailedException("Interrupted during " + command.get(0), e);
        }
    }
}
