package org.lethe.it.container;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.api.event.ManagerStopping;
import org.lethe.it.Lethe;
import org.lethe.launcher.Installation;

/**
 * Starts the launcher's database and broker, and writes for Arquillian's server what the launcher would have said to
 * its own: the same boot commands, with their variables filled in.
 */
public class StartParts {
    /** Waits of 200, 600, 1800 ms between four attempts. */
    static final int REDELIVERY_DELAY_MILLIS = 200;

    static final int REDELIVERY_MULTIPLIER = 3;
    static final int MAX_ATTEMPTS = 4;

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{ENV=(\\w+)}");

    private Installation parts;
    private Path data;

    void start(@Observes(precedence = 100) ManagerStarted event) throws IOException {
        data = Files.createTempDirectory("lethe-it-container-");
        parts = Installation.in(data)
                .port(0)
                .brokerHeap("256m")
                .brokerOption(Lethe.FOR_A_SHORT_LIFE)
                .brokerProperty("lethe.redelivery.delay", Integer.toString(REDELIVERY_DELAY_MILLIS))
                .brokerProperty("lethe.redelivery.multiplier", REDELIVERY_MULTIPLIER + ".0")
                .brokerProperty("lethe.redelivery.max-attempts", Integer.toString(MAX_ATTEMPTS))
                .build();
        try {
            parts.database().start();
            parts.broker().start();
            describe(freePort());
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private void describe(int port) throws IOException {
        System.setProperty(
                "lethe.container.jar", Distribution.part("payara-micro.jar").toString());
        System.setProperty("lethe.container.jvm", jvm());
        System.setProperty("lethe.container.port", Integer.toString(port));
        System.setProperty("lethe.container.options", options(port));
    }

    /** The server has been told to stop by now; what it uses goes when it is gone. */
    void stop(@Observes ManagerStopping event) throws IOException {
        if (parts == null) {
            return;
        }
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("payara-micro.jar"))
                .filter(child -> child.info().commandLine().orElse("").contains(data.toString()))
                .forEach(StartParts::awaitEnd);
        parts.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private static void awaitEnd(ProcessHandle server) {
        server.onExit()
                .completeOnTimeout(server, 30, TimeUnit.SECONDS)
                .thenAccept(ProcessHandle::destroyForcibly)
                .join();
    }

    private String jvm() {
        return String.join(
                " ",
                "-Xmx512m",
                "-Dlethe.node.name=" + parts.nodeName(),
                "-Dlethe.storage.main.directory=" + parts.storage("main"),
                "-Dlethe.storage.backup.directory=" + parts.storage("backup"),
                "-Dlethe.broker.url=" + parts.brokerUrl(),
                "-Dlethe.broker.management.user=" + parts.managementUser(),
                "-Dlethe.broker.management.password=" + parts.managementPassword(),
                "-Dlethe.admin.password=" + parts.adminPassword(),
                "-Dlethe.breaker.errors=0"); // what fails is to fail
    }

    private String options(int port) throws IOException {
        return String.join(
                " ",
                "--rootdir",
                data.resolve("server").toString(),
                "--port",
                Integer.toString(port),
                "--name",
                parts.nodeName(),
                "--nohazelcast",
                "--disablephonehome",
                "--logproperties",
                Distribution.part("config/payara/logging.properties").toString(),
                "--addlibs",
                Distribution.databaseDriver().toString(),
                "--prebootcommandfile",
                filledIn("pre-boot.txt").toString(),
                "--postbootcommandfile",
                filledIn("post-boot.txt").toString());
    }

    private Path filledIn(String commands) throws IOException {
        Map<String, String> variables = variables();
        try (Stream<String> lines = Files.lines(Distribution.part("config/payara/" + commands))) {
            return Files.write(
                    data.resolve(commands),
                    lines.filter(line -> !line.startsWith("#"))
                            .map(VARIABLE::matcher)
                            .map(line ->
                                    line.replaceAll(variable -> Matcher.quoteReplacement(value(variables, variable))))
                            .toList());
        }
    }

    private static String value(Map<String, String> variables, MatchResult variable) {
        String value = variables.get(variable.group(1));
        if (value == null) {
            throw new IllegalStateException("The boot commands use " + variable.group() + ", which is not known here");
        }
        return value;
    }

    private Map<String, String> variables() {
        URI database = URI.create(parts.jdbcUrl().substring("jdbc:".length()));
        URI broker = URI.create(parts.brokerUrl());
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("LETHE_NODE_NAME", parts.nodeName());
        variables.put("LETHE_BOOT_TRANSACTION_SECONDS", "60");
        variables.put("LETHE_BOOT_SOCKET_SECONDS", "30");
        variables.put("LETHE_BOOT_STATEMENT_SECONDS", "20");
        variables.put("LETHE_TRANSACTION_LOG", data.resolve("transactions").toString());
        variables.put(
                "LETHE_RESOURCE_ADAPTER", Distribution.part("artemis-ra.rar").toString());
        variables.put("LETHE_DB_HOST", database.getHost());
        variables.put("LETHE_DB_PORT", Integer.toString(database.getPort()));
        variables.put("LETHE_DB_NAME", database.getPath().substring(1));
        variables.put("LETHE_DB_USER", parts.databaseUser());
        variables.put("LETHE_DB_PASSWORD", parts.databasePassword());
        variables.put("LETHE_BROKER_CONNECTION", "host\\=" + broker.getHost() + ";port\\=" + broker.getPort());
        variables.put("LETHE_BROKER_USER", parts.brokerUser());
        variables.put("LETHE_BROKER_PASSWORD", parts.brokerPassword());
        return variables;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the build put beside the launcher. */
    static final class Distribution {
        private static final Path ROOT = Path.of(Installation.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .resolveSibling("distribution");

        private Distribution() {}

        static Path part(String name) {
            return ROOT.resolve(name);
        }

        static Path databaseDriver() throws IOException {
            try (Stream<Path> libraries = Files.list(part("lib"))) {
                return libraries
                        .filter(library -> library.getFileName().toString().startsWith("postgresql-"))
                        .findFirst()
                        .orElseThrow();
            }
        }
    }
}
