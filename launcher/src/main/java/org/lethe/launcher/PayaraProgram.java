package org.lethe.launcher;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Payara Micro with the application, as a child process. Its root directory is made anew at each start; the
 * transaction log is kept. Passwords travel in its environment.
 */
final class PayaraProgram implements Program {
    static final String RESOURCE_ADAPTER = "artemis-ra.rar";

    private static final Pattern READY = Pattern.compile("Payara Micro .* ready in ");
    private static final Pattern RECOVERED = Pattern.compile("RecoveryGate: Recovery took ");
    private static final Pattern COMMAND_FAILED = Pattern.compile("Boot Command \\S+ failed");

    private static final Pattern CAUSE = Pattern.compile("(?m)^(.* (SEVERE|WARNING) |Caused by: ).*$");
    private static final int MOST_CAUSES = 30;

    private final Distribution distribution;
    private final Path log;
    private final Path transactionLog;
    private final Path directory;
    private final Map<String, String> environment;
    private final JvmSettings jvm;
    private final HealthEndpoint health;
    private final int port;
    private long logStart;

    PayaraProgram(
            Distribution distribution, DataDirectory data, int port, Map<String, String> environment, JvmSettings jvm) {
        this.distribution = distribution;
        this.directory = data.directory("server");
        this.log = data.log(part().label());
        this.transactionLog = data.transactionLog();
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.jvm = jvm;
        this.health = new HealthEndpoint(port);
    }

    @Override
    public Part part() {
        return Part.SERVER;
    }

    @Override
    public List<String> command(List<String> options) throws IOException {
        Path root = directory.resolve("root");
        Path temporary = directory.resolve("tmp");
        DataDirectory.deleteRecursively(root); // a kept one makes every command of post-boot fail
        DataDirectory.deleteRecursively(temporary);
        Files.createDirectories(temporary);
        Files.copy(
                distribution.resourceAdapter(),
                directory.resolve(RESOURCE_ADAPTER),
                StandardCopyOption.REPLACE_EXISTING);
        logStart = Files.exists(log) ? Files.size(log) : 0;
        List<String> command = new ArrayList<>(jvm.command("lethe.server.directory", directory));
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(options);
        command.addAll(List.of("-jar", distribution.server().toString()));
        command.addAll(List.of("--rootdir", root.toString(), "--port", Integer.toString(port)));
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--logproperties", settings("logging.properties")));
        command.addAll(List.of("--addlibs", distribution.databaseDriver().toString()));
        command.addAll(List.of("--prebootcommandfile", settings("pre-boot.txt")));
        command.addAll(List.of("--postbootcommandfile", settings("post-boot.txt")));
        command.addAll(List.of("--deploy", distribution.recovery().toString()));
        command.addAll(List.of("--deploy", distribution.application().toString()));
        return command;
    }

    private String settings(String file) {
        return distribution.settings("payara/" + file).toString();
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    /**
     * Neither sign is enough alone: health checks answer before the application takes requests, and Payara calls
     * itself ready also when the application was not deployed; then its health knows no checks.
     */
    @Override
    public Optional<String> whatIsMissing() {
        if (!said(READY)) {
            return Optional.of("it is still deploying");
        }
        if (said(COMMAND_FAILED)) {
            throw failed("one of its boot commands failed");
        }
        if (!said(RECOVERED)) {
            throw failed("the recovery of transactions did not run");
        }
        if (!keepsTransactionLog()) {
            throw failed("it does not keep its transaction log in " + transactionLog);
        }
        Health ready = health.ready();
        if (ready.status() != 0 && !ready.hasChecks()) {
            throw failed("the application was not deployed");
        }
        return ready.isUp() ? Optional.empty() : Optional.of(ready.toString());
    }

    private StartFailedException failed(String what) {
        String causes = CAUSE.matcher(saidSinceStart())
                .results()
                .limit(MOST_CAUSES)
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
        return new StartFailedException("The server runs, but " + what + ". Its log, " + log + ", says:\n" + causes);
    }

    private boolean keepsTransactionLog() {
        try (Stream<Path> content = Files.list(transactionLog)) {
            return content.findAny().isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    boolean lives() {
        return health.live().isUp();
    }

    private boolean said(Pattern text) {
        return text.matcher(saidSinceStart()).find();
    }

    private String saidSinceStart() {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            channel.position(logStart);
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
