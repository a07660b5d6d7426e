package org.lethe.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/** Says where the time of a removal goes. */
final class Profile {

    private final Subject subject;

    Profile(Subject subject) {
        this.subject = subject;
    }

    /** Removes two albums of so many photos, the second under close observation, which costs something itself. */
    String of(int photos) throws IOException, SQLException, InterruptedException {
        return byProcessorTime(photos) + "\n" + byTheClock(photos);
    }

    private String byProcessorTime(int photos) throws IOException, SQLException, InterruptedException {
        UUID album = new Albums(subject.database()).stored(photos, subject.storages());
        ThreadTimes server = ThreadTimes.of(subject.server().pid());
        ThreadTimes broker = ThreadTimes.of(subject.broker().pid());
        Removal removal = Removal.of(subject, album, photos);
        return summary(removal) + "\nprocessor seconds of the server's threads\n" + server.sinceThen()
                + "\nprocessor seconds of the broker's threads\n" + broker.sinceThen();
    }

    private String byTheClock(int photos) throws IOException, SQLException, InterruptedException {
        UUID album = new Albums(subject.database()).stored(photos, subject.storages());
        try (ClockProfile clock = ClockProfile.of(subject.server().pid());
                StatementProfile statements = new StatementProfile(subject.newConnection())) {
            Removal removal = Removal.of(subject, album, photos);
            return summary(removal) + "\nthreads of the server, by the clock\n" + clock.end()
                    + "\nstatements in the database, by the clock\n" + statements.end();
        }
    }

    private static String summary(Removal removal) {
        return Wording.of("%.0f files/s; %s%n%s%n", removal.filesPerSecond(), removal.timeline(), removal.cpu());
    }
}
