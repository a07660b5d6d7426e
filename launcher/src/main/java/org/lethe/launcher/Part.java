package org.lethe.launcher;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The parts of an installation, in the order in which they are stopped. */
enum Part {
    SERVER("TERM"),
    BROKER("TERM"),
    /** Fast shutdown: connections that others still hold do not hold it up. */
    DATABASE("INT");

    static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private final String stopSignal;

    Part(String stopSignal) {
        this.stopSignal = stopSignal;
    }

    /** As it is called in messages and file names. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Ends the process in good order, or by force when that takes too long. */
    void stop(ProcessHandle process) {
        Ending.politely(process, stopSignal, STOP_LIMIT);
    }

    PidFile pidFile(DataDirectory data) {
        return new PidFile(data.pidFile(label()));
    }

    /** Ends the process that an earlier launcher left behind, if there is one. */
    boolean endLeftOver(DataDirectory data) {
        PidFile file = pidFile(data);
        Optional<ProcessHandle> leftOver = file.living(data.root().toString());
        leftOver.ifPresent(this::stop);
        file.delete();
        return leftOver.isPresent();
    }
}
