package org.lethe.launcher;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Starts one process again when it died, or when it was ready once and now says for half a minute that it does not
 * live; for longer each time when that did not mend it, see {@link LivenessAnswers}. A start that fails is tried again with
 * growing pauses, for ever. Has a thread of its own.
 */
final class Supervisor implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LIVENESS_CHECKS = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final ManagedProcess process;
    private final BooleanSupplier lives;
    private final Consumer<String> progress;
    private final LivenessAnswers answers = new LivenessAnswers();
    private final Thread thread;

    /** For a process that is ready now. */
    Supervisor(ManagedProcess process, BooleanSupplier lives, Consumer<String> progress) {
        this.process = process;
        this.lives = lives;
        this.progress = progress;
        this.thread = new Thread(this::watch, "supervisor of the " + process.name());
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                awaitDeath();
                startAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void awaitDeath() throws InterruptedException {
        answers.startAnew();
        Duration sinceCheck = Duration.ZERO;
        while (process.isRunning()) {
            Thread.sleep(PERIOD.toMillis());
            sinceCheck = sinceCheck.plus(PERIOD);
            if (sinceCheck.compareTo(BETWEEN_LIVENESS_CHECKS) >= 0) {
                sinceCheck = Duration.ZERO;
                if (answers.callForAStop(lives.getAsBoolean())) {
                    progress.accept("The " + process.name() + " runs, but says that it does not live; it is stopped");
                    process.stop();
                }
            }
        }
    }

    private void startAgain() throws InterruptedException {
        Duration pause = PERIOD;
        while (true) {
            try {
                progress.accept("The " + process.name() + " ended" + process.exitCode() + "; it is started again");
                process.start();
                progress.accept("The " + process.name() + " is back");
                return;
            } catch (StartFailedException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException();
                }
                progress.accept(e.getMessage());
            }
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
