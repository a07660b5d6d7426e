package org.lethe.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends processes, and returns when they are gone. */
final class Ending {
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private Ending() {}

    /** Asks with the signal; kills what is still there after the time given. */
    static void politely(ProcessHandle process, String signal, Duration patience) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> all = withDescendants(process);
        signal(process, signal);
        if (!isGoneWithin(process, patience)) {
            all = withDescendants(process);
        }
        kill(all);
    }

    /** SIGKILL to the process and to those that it started. */
    static void atOnce(ProcessHandle process) {
        kill(withDescendants(process));
    }

    private static List<ProcessHandle> withDescendants(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    private static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> isGoneWithin(process, AFTER_KILL));
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean isGoneWithin(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
