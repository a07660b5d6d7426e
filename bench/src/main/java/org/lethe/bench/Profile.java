package org.lethe.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Says where the time of one removal goes. */
final class Profile {

    private static final int KINDS_OF_THREADS = 8;

    private final Subject subject;

    Profile(Subject subject) {
        this.subject = subject;
    }

    /** Removes an album of so many photos under observation. */
    String of(int photos) throws IOException, SQLException, InterruptedException {
        UUID album = new Albums(subject.database()).stored(photos, subject.storages());
        try (ClockProfile clock = ClockProfile.of(subject.server().pid());
                StatementProfile statements = new StatementProfile(subject.newConnection())) {
            Map<String, Double> before = clock.processorSeconds();
            Removal removal = Removal.of(subject, album, photos);
            StringBuilder text =
                    new StringBuilder(Wording.of("%.0f files/s; %s%n", removal.filesPerSecond(), removal.timeline()));
            text.append(removal.cpu())
                    .append("\n\nthreads of the server, by the clock\n")
                    .append(clock.end());
            text.append("\nstatements in the database, by the clock\n").append(statements.end());
            text.append("\nprocessor seconds of the server's threads\n");
            clock.processorSeconds().entrySet().stream()
                    .map(kind -> Map.entry(kind.getKey(), kind.getValue() - before.getOrDefault(kind.getKey(), 0.0)))
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .limit(KINDS_OF_THREADS)
                    .forEach(kind -> text.append(Wording.of("%6.2f s  %s%n", kind.getValue(), kind.getKey())));
            return text.toString();
        }
    }
}
