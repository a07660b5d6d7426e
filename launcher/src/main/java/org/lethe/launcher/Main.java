package org.lethe.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * {@code run}: starts Lethe for a person at a terminal, and stops it on Ctrl-C.
 * Exit codes: 2 for options that do not exist, 1 when the start failed.
 */
public final class Main {
    static final String USAGE = "Usage: ./lethe run [--port N] [--data DIR] [--heap SIZE]";

    private Main() {}

    /** Runs until it is interrupted. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(options(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + ".\n" + USAGE);
            System.exit(2);
        } catch (StartFailedException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static RunOptions options(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("run")) {
            throw new IllegalArgumentException("The first word has to be run");
        }
        return RunOptions.of(List.of(arguments).subList(1, arguments.length));
    }

    private static void run(RunOptions options) throws InterruptedException {
        Instant started = Instant.now();
        Installation lethe = Installation.in(options.data())
                .port(options.port())
                .serverHeap(options.heap())
                .supervised(true)
                .progress(line -> System.out.println("  " + line))
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(lethe::close, "stop"));
        lethe.start();
        long seconds = Duration.between(started, Instant.now()).toSeconds();
        System.out.printf(
                "Lethe is ready after %d s: %s (API %sapi, description %sopenapi). Ctrl-C stops it.%n",
                seconds, lethe.url(), lethe.url(), lethe.url());
        lethe.unseenAdminPassword()
                .ifPresent(password -> System.out.printf(
                        "The first administrator: login admin, password %s (kept in %s)%n",
                        password, lethe.dataDirectory().resolve("secrets.properties")));
        new CountDownLatch(1).await();
    }
}
