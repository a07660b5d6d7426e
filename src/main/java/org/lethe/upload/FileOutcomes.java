package org.lethe.upload;

import java.util.List;
import java.util.Optional;
import org.lethe.problem.Problem;

/**
 * What came of a request with several files, in their order.
 *
 * @param cutShort why the rest of the body was not looked at, if there was a rest
 */
record FileOutcomes(List<FileOutcome> files, Optional<Problem> cutShort) {

    FileOutcomes {
        files = List.copyOf(files);
    }

    /** 201 when every file that came stands; else 207, and each tells its own. */
    int status() {
        return cutShort.isEmpty() && files.stream().allMatch(FileOutcome::isGood) ? 201 : 207;
    }
}
