package org.lethe.it.generated;

import org.lethe.it.Lethe;

/** The installation of the generated tests. */
final class Generated {

    private Generated() {}

    /** Deletions wait in it, so that everything that can be done with one can be done; and strangers may try often. */
    static Lethe lethe() {
        return Lethe.named("generated", builder -> builder.environment("LETHE_DELETION_RESTORE_WINDOW", "PT1H")
                .environment("LETHE_LOCK_OUT_ATTEMPTS", "1000")
                .environment("LETHE_LOCK_OUT_ATTEMPTS_OF_ADDRESS", "1000000")
                .environment("LETHE_LOCK_OUT_ATTEMPTS_OF_LOGIN", "1000000"));
    }
}
