package org.lethe.it.rest;

import java.time.Duration;
import org.lethe.it.Lethe;

/**
 * An installation with a restore window, a brake, callbacks and notifications to this machine, and a broker that soon gives up a transaction;
 * tests of all these share it.
 */
public final class Careful {
    /** After so long the broker gives up a transaction that was never prepared. */
    public static final Duration TRANSACTION_LIMIT = Duration.ofSeconds(8);

    static final Duration WINDOW = Duration.ofSeconds(8);

    private Careful() {}

    public static Lethe lethe() {
        return Lethe.named("careful", builder -> builder.brokerProperty(
                        "lethe.broker.transaction-timeout", Long.toString(TRANSACTION_LIMIT.toMillis()))
                .serverOption(Lethe.FOR_A_SHORT_LIFE)
                .environment("LETHE_DELETION_RESTORE_WINDOW", WINDOW.toString())
                .environment("LETHE_BRAKE_SHARE", "60")
                .environment("LETHE_BRAKE_SHARE_FROM", "4")
                .environment("LETHE_BRAKE_PHOTOS_PER_HOUR", "45")
                .environment("LETHE_BRAKE_HOLD_LIMIT", "PT1H")
                .environment("LETHE_CALLBACK_ALLOW_PRIVATE", "true")
                .environment("LETHE_CALLBACK_ALLOW_HTTP", "true")
                .environment("LETHE_CALLBACK_TIMEOUT", "PT2S")
                .environment("LETHE_NOTIFICATION_ALLOW_PRIVATE", "true")
                .environment("LETHE_NOTIFICATION_ALLOW_PLAIN", "true")
                .environment("LETHE_NOTIFICATION_TIMEOUT", "PT2S")
                .environment("LETHE_PUBLIC_URL", "https://photos.example/"));
    }
}
