package org.lethe.it.crash;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.lethe.it.Answer;

/**
 * What a client knows about the deletion of an album after it asked for it.
 *
 * @param deletion when it was accepted
 * @param answer as it came, or why none came
 */
record Outcome(UUID album, Kind kind, Optional<UUID> deletion, String answer) {
    enum Kind {
        /** 202: it must happen. */
        ACCEPTED,
        /** A definite failure: the album must be live. */
        REFUSED,
        /** No answer, or one that says so: either, but wholly. */
        UNKNOWN
    }

    static Outcome of(UUID album, Answer answer) {
        if (answer.status() == 202) {
            UUID deletion = UUID.fromString(answer.json().getString("id"));
            return new Outcome(album, Kind.ACCEPTED, Optional.of(deletion), answer.toString());
        }
        if (answer.status() != 503) {
            throw new AssertionError("Neither accepted nor unavailable: " + answer);
        }
        JsonObject problem = answer.json();
        boolean unknown = problem.getString("type").endsWith("/outcome-unknown");
        return new Outcome(album, unknown ? Kind.UNKNOWN : Kind.REFUSED, Optional.empty(), answer.toString());
    }

    static Outcome withoutAnswer(UUID album, Exception why) {
        return new Outcome(album, Kind.UNKNOWN, Optional.empty(), why.toString());
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
