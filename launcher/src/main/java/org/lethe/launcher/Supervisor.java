package org.lethe.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Starts again what died, and the server when it says for half a minute that it does not live.
 * A start that fails is tried again with growing pauses, for ever.
 */
final class Supervisor implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int TICKS_BETWEEN_LIVENESS_CHECKS = 5;
    private static final int DEAD_ANSWERS = 6;
    private static final int LONGEST_PAUSE_TICKS = 60;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Watched> all = new ArrayList<>();
    private final ManagedProcess server;
    private final BooleanSupplier serverIsAlive;
    private final Consumer<String> progress;
    private int tick;
    private int deadAnswers;

    /** The processes in the order in which they need each other, the server last. */
    Supervisor(List<ManagedProcess> processes, BooleanSupplier serverIsAlive, Consumer<String> progress) {
        processes.forEach(process -> all.add(new Watched(process)));
        this.server = processes.get(processes.size() - 1);
        this.serverIsAlive = serverIsAlive;
        this.progress = progress;
    }

    void watch() {
        timer.scheduleWithFixedDelay(this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        tick++;
        all.forEach(Watched::restartWhenDead);
        if (tick % TICKS_BETWEEN_LIVENESS_CHECKS == 0 && server.isRunning()) {
            checkLiveness();
        }
    }

    private void checkLiveness() {
        deadAnswers = serverIsAlive.getAsBoolean() ? 0 : deadAnswers + 1;
        if (deadAnswers >= DEAD_ANSWERS) {
            deadAnswers = 0;
            progress.accept("The server runs and does not live (/health/live); it is started anew");
            server.stop();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One process, and how long to wait before its next start. */
    private final class Watched {
        private final ManagedProcess process;
        private int failures;
        private int nextTry;

        Watched(ManagedProcess process) {
            this.process = process;
        }

        void restartWhenDead() {
            if (process.isRunning() || tick < nextTry) {
                return;
            }
            String exit = process.exitValue().map(code -> " (exit code " + code + ')').orElse("");
            progress.accept("The " + process.name() + " ended" + exit + "; it is started again");
            try {
                process.start();
                failures = 0;
                progress.accept("The " + process.name() + " is back");
            } catch (StartFailedException e) {
                failures++;
                nextTry = tick + Math.min(LONGEST_PAUSE_TICKS, 1 << Math.min(failures, 6));
                progress.accept(e.getMessage());
            }
        }
    }
}
