package org.lethe.it.crash;

import java.time.Duration;
import org.lethe.it.Lethe;
import org.lethe.launcher.Installation;

/** What else is down when the server has been killed, and how everything comes back. */
enum Aftermath {
    ONLY_THE_SERVER_DIED {
        @Override
        void of(Lethe lethe, Runnable whenDead) {
            lethe.installation().server().kill();
            whenDead.run();
            lethe.installation().server().start();
        }
    },
    THE_BROKER_COMES_BACK_LATER {
        @Override
        void of(Lethe lethe, Runnable whenDead) {
            Installation installation = lethe.installation();
            installation.server().kill();
            whenDead.run();
            installation.broker().kill();
            startAndWait(lethe, "The start waits: the broker does not answer");
            installation.broker().start();
            installation.server().awaitReady(START_LIMIT);
        }
    },
    THE_DATABASE_COMES_BACK_LATER {
        @Override
        void of(Lethe lethe, Runnable whenDead) {
            Installation installation = lethe.installation();
            installation.server().kill();
            whenDead.run();
            installation.database().kill();
            startAndWait(lethe, "The start waits: the database does not answer");
            installation.database().start();
            installation.server().awaitReady(START_LIMIT);
        }
    },
    EVERYTHING_DIED {
        @Override
        void of(Lethe lethe, Runnable whenDead) {
            Installation installation = lethe.installation();
            installation.broker().kill();
            installation.database().kill();
            installation.server().kill();
            whenDead.run();
            installation.server().startAndForget();
            installation.database().startAndForget();
            installation.broker().startAndForget();
            installation.server().awaitReady(START_LIMIT);
        }
    };

    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    /** Kills and starts again; returns when the server is ready. Between the two, {@code whenDead} is done. */
    abstract void of(Lethe lethe, Runnable whenDead);

    private static void startAndWait(Lethe lethe, String forWhat) {
        ServerLog log = ServerLog.fromNow(lethe);
        lethe.installation().server().startAndForget();
        log.await(forWhat, START_LIMIT);
    }
}
