package org.lethe.upload;

import java.util.Map;
import java.util.Optional;
import org.lethe.problem.Problem;

/**
 * What came of one file among several: an upload, or a problem.
 *
 * @param filename the client's name for it, or null
 */
record FileOutcome(String filename, Optional<Uploaded> uploaded, Optional<Problem> problem) {

    static FileOutcome uploaded(String filename, Uploaded uploaded) {
        return new FileOutcome(filename, Optional.of(uploaded), Optional.empty());
    }

    static FileOutcome failed(String filename, Problem problem) {
        return new FileOutcome(filename, Optional.empty(), Optional.of(problem));
    }

    int status() {
        return uploaded.map(Uploaded::status)
                .orElseGet(() -> problem.orElseThrow().status());
    }

    /** Why it was not taken, for a list. */
    Map<String, Object> refusal() {
        Problem why = problem.orElseThrow();
        return Map.of(
                "filename", filename == null ? "" : filename,
                "status", why.status(),
                "type", why.type().toString(),
                "detail", why.detail());
    }

    boolean isGood() {
        return uploaded.isPresent();
    }
}
