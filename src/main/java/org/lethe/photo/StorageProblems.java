package org.lethe.photo;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemTranslator;
import org.lethe.storage.StorageException;

/** Answers 503 when a photo cannot be written or read now. Why is the log's business, not the client's. */
@Dependent
class StorageProblems implements ProblemTranslator {

    private static final Duration COME_AGAIN = Duration.ofSeconds(10);

    @Override
    public Optional<Problem> translate(Throwable exception) {
        if (exception instanceof StorageException failed) {
            return Optional.of(Problem.unavailable(
                    "storage-unavailable",
                    "The storage " + failed.storage() + " did not take or give the file. Nothing was kept.",
                    COME_AGAIN));
        }
        return Optional.empty();
    }
}
