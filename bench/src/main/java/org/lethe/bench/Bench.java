package org.lethe.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Measures and writes the report. */
public final class Bench {
    private Bench() {}

    /** First version. */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        int photos = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        String chunk = arguments[3];
        try (Subject subject = Subject.start(
                work.resolve("lethe"),
                Map.of("LETHE_REMOVAL_CHUNK_SIZE", chunk, "LETHE_REMOVAL_PAGE_SIZE", chunk.equals("2000") ? "2000" : "1000"))) {
            RemovalRate rate = new RemovalRate(subject, photos, work);
            System.out.println("chunk " + chunk);
            System.out.printf("  cold: %.0f files/s%n", new RemovalRate(subject, photos / 4, work).product());
            System.out.printf("  warm-up: %.0f files/s%n", new RemovalRate(subject, photos / 2, work).product());
            rate.measured(rounds);
            System.out.printf("  ratio %.2f; against rm -f of files %.2f%n", rate.ratio(), rate.files().median() / rate.againstFiles().median());
            UUID album = new Albums(subject.database()).stored(photos, subject.storages());
            try (ClockProfile profile = ClockProfile.of(subject.server().pid())) {
                System.out.printf("  profiled: %.0f files/s%n", rate.remove(album));
                System.out.println(profile.end());
            }
        }
        System.exit(0);
    }
}
