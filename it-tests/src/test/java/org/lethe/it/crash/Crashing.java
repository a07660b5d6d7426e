package org.lethe.it.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import org.lethe.it.Lethe;

/** The installation that all crash tests share, with points built into its server and sessions to stand at them. */
final class Crashing {
    static final Points POINTS = points();

    static final int PLAN_SESSIONS = 14;
    static final int REMOVAL_SESSIONS = 16;
    static final int CHUNK_SIZE = 5;

    /** After so long the broker gives up a transaction that was never prepared; longer than any stands still in a test. */
    static final Duration TRANSACTION_LIMIT = Duration.ofSeconds(60);

    /** Long enough for a machine that does ten other things; nothing waits this long when all is well. */
    static final Duration SOON = Duration.ofSeconds(40);

    private Crashing() {}

    static Lethe lethe() {
        return Lethe.named("crash", builder -> POINTS.into(builder)
                .brokerProperty("lethe.broker.transaction-timeout", Long.toString(TRANSACTION_LIMIT.toMillis()))
                .serverOption(Lethe.FOR_A_SHORT_LIFE)
                .environment("LETHE_REMOVAL_PLAN_SESSIONS", Integer.toString(PLAN_SESSIONS))
                .environment("LETHE_REMOVAL_MAIN_SESSIONS", Integer.toString(REMOVAL_SESSIONS))
                .environment("LETHE_REMOVAL_BACKUP_SESSIONS", Integer.toString(REMOVAL_SESSIONS))
                .environment("LETHE_REMOVAL_CHUNK_SIZE", Integer.toString(CHUNK_SIZE))
                .environment("LETHE_STORAGE_TIMEOUT", "PT50S") // threads stand still in there
                .environment("LETHE_ADMISSION_DELETES", "30")
                .environment("LETHE_ADMISSION_PATIENCE", "PT20S") // requests stand still, too
                .environment(
                        "LETHE_RECONCILE_GRACE", "PT10S")); // so that a lost message is seen before it is made good
    }

    private static Points points() {
        try {
            return new Points(Files.createTempDirectory("lethe-crash-points-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
