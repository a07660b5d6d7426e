package org.lethe.upload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * What came of a request with several files, in their order.
 *
 * @param cutShort why the rest of the body was not looked at, if there was a rest
 */
record FileOutcomes(List<FileOutcome> files, Optional<Problem> cutShort) {

    FileOutcomes {
        files = List.copyOf(files);
    }

    /**
     * These, when at least one file stands.
     *
     * @throws ProblemException otherwise: what all were refused for, or 422 that lists them
     */
    FileOutcomes requireSomeTaken() {
        if (files.stream().anyMatch(FileOutcome::isGood)) {
            return this;
        }
        List<Problem> problems =
                files.stream().flatMap(file -> file.problem().stream()).toList();
        if (problems.stream().map(Problem::slug).distinct().count() == 1) {
            throw problems.get(0).exception();
        }
        throw Problem.unprocessable(
                        "no-file-taken",
                        "None of the " + files.size() + " files was taken.",
                        Map.of("files", files.stream().map(FileOutcome::refusal).toList()))
                .exception();
    }

    /** 201 when every file that came stands; else 207, and each tells its own. */
    int status() {
        return cutShort.isEmpty() && files.stream().allMatch(FileOutcome::isGood) ? 201 : 207;
    }
}
