package org.lethe.deletion;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** The answer to a request that names photos which its owner does not have. */
final class UnknownPhotos {

    private UnknownPhotos() {}

    /** 422, listing them. */
    static ProblemException problem(Collection<UUID> unknown) {
        return Problem.unprocessable(
                        "unknown-photos",
                        "Some of the ids are not photos of yours, so nothing was deleted.",
                        Map.of("photoIds", unknown.stream().map(UUID::toString).toList()))
                .exception();
    }
}
