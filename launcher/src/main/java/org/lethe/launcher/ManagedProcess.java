package org.lethe.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One of the three processes of an installation.
 *
 * <p>It can be started again after it was stopped, killed, or died by itself, and takes up its data where they are.
 * It runs in a session of its own, so it outlives a launcher that is killed; the next launcher on the same data
 * ends it. Safe for use by many threads; starting, stopping and killing exclude each other, waiting does not.
 */
public final class ManagedProcess {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long LARGE_LOG_BYTES = 32L << 20;

    private final Program program;
    private final PidFile pidFile;
    private final Path log;
    private List<String> options = List.of();
    private volatile Process process;
    private volatile boolean retired;

    ManagedProcess(Program program, DataDirectory data) {
        this.program = program;
        this.pidFile = program.part().pidFile(data);
        this.log = data.log(name());
    }

    /**
     * Starts it and waits until it is ready; only waits when it runs.
     *
     * @throws StartFailedException when it ended, was not ready in time, or cannot become ready: then it is stopped, and
     *     its log's end is in the message
     */
    public void start() {
        startAndForget();
        try {
            awaitReady();
        } catch (StartFailedException e) {
            stop();
            throw e;
        }
    }

    /** Starts it without waiting; does nothing when it runs. */
    public synchronized void startAndForget() {
        if (retired) {
            throw new StartFailedException("The start was broken off");
        }
        if (isRunning()) {
            return;
        }
        try {
            setAsideLargeLog();
            List<String> command = program.command(options);
            ProcessBuilder builder = new ProcessBuilder(pidFile.wrap(command))
                    .directory(program.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(program.environment());
            process = builder.start();
        } catch (IOException e) {
            throw new StartFailedException("Cannot start the " + name() + ": " + e, e);
        }
    }

    /**
     * Returns when it answers as ready.
     *
     * @throws StartFailedException when it does not run any more, or was not ready within the time
     */
    public void awaitReady(Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (true) {
            Optional<String> missing = program.whatIsMissing();
            if (missing.isEmpty()) {
                return;
            }
            if (!isRunning()) {
                throw failed("ended" + exitCode() + " before it was ready");
            }
            if (Instant.now().isAfter(end)) {
                throw failed("is not ready after " + limit.toSeconds() + " s: " + missing.get());
            }
            pause();
        }
    }

    void awaitReady() {
        awaitReady(START_LIMIT);
    }

    /** Ends it in good order, or by force when it takes longer than 40 seconds; returns when it is gone. */
    public synchronized void stop() {
        Optional.ofNullable(process).map(Process::toHandle).ifPresent(program.part()::stop);
        pidFile.delete();
    }

    /** Ends it, and every process that it started, with SIGKILL; returns when they are gone. */
    public synchronized void kill() {
        Optional.ofNullable(process).ifPresent(running -> Ending.atOnce(running.toHandle()));
    }

    /** Whether its process lives; it need not be ready. */
    public boolean isRunning() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** Its process id, also after it ended. */
    public long pid() {
        Process current = process;
        if (current == null) {
            throw new IllegalStateException("The " + name() + " was not started");
        }
        return current.pid();
    }

    /** What it says; each start adds to it. */
    public Path log() {
        return log;
    }

    /**
     * Options that the following starts have in addition, until they are set anew: of the JVM for the broker and the
     * server, of {@code postgres} for the database.
     */
    public synchronized void startOptions(String... additional) {
        options = List.of(additional);
    }

    String name() {
        return program.part().label();
    }

    /** In brackets, for a message; empty while it runs. */
    String exitCode() {
        return Optional.ofNullable(process)
                .filter(ended -> !ended.isAlive())
                .map(ended -> " (exit code " + ended.exitValue() + ')')
                .orElse("");
    }

    /** Stops it for good: it cannot be started after this. */
    void retire() {
        retired = true;
        stop();
    }

    private StartFailedException failed(String what) {
        if (retired) {
            return new StartFailedException("The start was broken off");
        }
        return new StartFailedException(
                "The " + name() + ' ' + what + ".\nThe end of " + log + ":\n" + LogTail.of(log));
    }

    private void setAsideLargeLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGE_LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException("Interrupted while waiting", e);
        }
    }
}
