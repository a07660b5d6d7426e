package org.lethe.upload;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * How large one file may be, and until when it may come.
 *
 * @param held what its owner held before it, once that is known: it has to fit beside that
 */
record UploadLimits(long maxBytes, Duration longest, Instant deadline, Optional<Usage> held) {

    /** From now on. */
    static UploadLimits of(long maxBytes, Duration longest) {
        return new UploadLimits(maxBytes, longest, Instant.now().plus(longest), Optional.empty());
    }

    UploadLimits beside(Usage usage) {
        return new UploadLimits(maxBytes, longest, deadline, Optional.of(usage));
    }

    /**
     * Lets pass what is within them.
     *
     * @throws ProblemException 413 when it is too large, 422 when it does not fit into the quota, 409 when it takes too long
     */
    void require(long bytes) {
        if (bytes > maxBytes) {
            throw Problem.tooLarge(maxBytes).exception();
        }
        held.ifPresent(usage -> usage.requireRoomFor(bytes));
        if (Instant.now().isAfter(deadline)) {
            throw Problem.conflict(
                            "upload-given-up",
                            "The upload took longer than " + longest + " and was given up. Upload it again.")
                    .exception();
        }
    }
}
