package org.lethe.upload;

import java.time.Duration;
import java.time.Instant;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** How large one file may be, and until when it may come. */
record UploadLimits(long maxBytes, Duration longest, Instant deadline) {

    /** From now on. */
    static UploadLimits of(long maxBytes, Duration longest) {
        return new UploadLimits(maxBytes, longest, Instant.now().plus(longest));
    }

    /**
     * Lets pass what is within them.
     *
     * @throws ProblemException 413 when it is too large, 409 when it takes too long
     */
    void require(long bytes) {
        if (bytes > maxBytes) {
            throw Problem.tooLarge(maxBytes).exception();
        }
        if (Instant.now().isAfter(deadline)) {
            throw Problem.conflict(
                            "upload-given-up",
                            "The upload took longer than " + longest + " and was given up. Upload it again.")
                    .exception();
        }
    }
}
