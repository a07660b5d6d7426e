package org.lethe.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.UnaryOperator;
import org.lethe.launcher.Installation;

/** An installation that runs until the end of the test run, and its data, which a failed test keeps. */
final class RunningInstallation implements AutoCloseable {
    private final Path data;
    private final Installation installation;
    private volatile boolean keepData;
    private boolean closed;

    private RunningInstallation(Path data, Installation installation) {
        this.data = data;
        this.installation = installation;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close " + data)); // the run was cut off
    }

    /** Starts one whose broker tries three times within a second, and whose reconciler looks every second. */
    static RunningInstallation start(String name, UnaryOperator<Installation.Builder> settings) {
        Path data = newDirectory(name);
        Installation installation = settings.apply(Installation.in(data)
                        .port(0)
                        .serverHeap("512m")
                        .brokerHeap("256m")
                        .brokerOption(Lethe.FOR_A_SHORT_LIFE)
                        .brokerProperty("lethe.redelivery.delay", "200")
                        .brokerProperty("lethe.redelivery.max-delay", "1000")
                        .brokerProperty("lethe.redelivery.max-attempts", Integer.toString(Lethe.MAX_ATTEMPTS))
                        .brokerProperty("lethe.request.redelivery.delay", "200")
                        .brokerProperty("lethe.callback.redelivery.delay", "200")
                        .brokerProperty("lethe.callback.redelivery.max-delay", "1000")
                        .brokerProperty("lethe.callback.redelivery.max-attempts", Integer.toString(Lethe.MAX_ATTEMPTS))
                        .brokerProperty("lethe.notification.redelivery.delay", "200")
                        .brokerProperty("lethe.notification.redelivery.max-delay", "1000")
                        .brokerProperty(
                                "lethe.notification.redelivery.max-attempts", Integer.toString(Lethe.MAX_ATTEMPTS))
                        .environment("LETHE_PASSWORD_ROUNDS", "1024") // each test has accounts of its own
                        .environment("LETHE_RECONCILE_PERIOD", "PT1S")
                        .environment("LETHE_RECONCILE_GRACE", "PT2S")
                        .environment(
                                "LETHE_BREAKER_ERRORS", "0") // what fails is to fail, where no test wants a breaker
                        .environment("LETHE_LOCK_OUT_ATTEMPTS_OF_ADDRESS", "1000000") // all tests come from one
                        .environment("LETHE_TRUSTED_PROXIES", "127.0.0.1")
                        .environment("LETHE_OIDC_ISSUER", IdentityProvider.ISSUER)
                        .environment("LETHE_OIDC_AUDIENCE", IdentityProvider.AUDIENCE)
                        .environment(
                                "LETHE_OIDC_JWKS_URL", IdentityProvider.shared().jwksUrl())
                        .environment("LETHE_OIDC_ROLES", "photo-users=owner,photo-ops=operator,photo-admins=admin")
                        .environment("LETHE_OIDC_REFRESH_INTERVAL", "PT0.2S")
                        .environment("LETHE_METRICS_PERIOD", "PT1S")
                        .environment("LETHE_UPLOAD_MAX_BYTES", "8388608")
                        .environment("LETHE_RATE_READS", "0") // tests ask much, and all from one address
                        .environment("LETHE_RATE_DOWNLOADS", "0")
                        .environment("LETHE_RATE_WRITES", "0")
                        .environment("LETHE_RATE_DELETES", "0")
                        .environment("LETHE_RATE_UPLOADS", "0")
                        .environment("LETHE_RATE_ANONYMOUS", "0"))
                .build();
        RunningInstallation running = new RunningInstallation(data, installation);
        try {
            installation.start();
        } catch (RuntimeException failed) {
            running.keepData();
            running.close();
            throw failed;
        }
        return running;
    }

    private static Path newDirectory(String name) {
        try {
            return Files.createTempDirectory("lethe-it-" + name + '-');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Installation installation() {
        return installation;
    }

    /** Leaves the data where they are, for a person to look at. */
    void keepData() {
        keepData = true;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        installation.close();
        if (keepData) {
            System.err.println("A test failed. The installation's data and logs are kept in " + data);
        } else {
            delete(data);
        }
    }

    private static void delete(Path directory) {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + directory, e);
        }
    }
}
