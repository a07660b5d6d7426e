package org.lethe.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes samples. */
record Sampled(Instant at, long waiting, long gone, long open, long opened, String changes) {

    static Sampled at(Instant at) {
        return new Sampled(at, 0, 0, 0, 0, "aa");
    }

    Sampled waiting(long files) {
        return new Sampled(at, files, gone, open, opened, changes);
    }

    Sampled gone(long files) {
        return new Sampled(at, waiting, files, open, opened, changes);
    }

    Sampled failures(long nowOpen, long everOpened) {
        return new Sampled(at, waiting, gone, nowOpen, everOpened, changes);
    }

    Sampled changes(String fingerprint) {
        return new Sampled(at, waiting, gone, open, opened, fingerprint);
    }

    Sample sample() {
        Conservation.Files main = new Conservation.Files(waiting, gone, 0, 0, 0);
        Conservation.Files backup = new Conservation.Files(0, waiting + gone, 0, 0, 0);
        return new Sample(
                at,
                Map.of(),
                Optional.of(at),
                true,
                true,
                new Conservation.Count(at, Duration.ofMillis(3), 2 * (waiting + gone), main, backup, 0, 0, 0),
                new OpenWork(
                        new OpenWork.Deletions(0, 0, 0, 1, 0),
                        changes,
                        new OpenWork.Failures(open, opened),
                        Map.of(),
                        List.of()),
                Map.of(),
                List.of());
    }
}
