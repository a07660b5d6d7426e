package org.lethe.failure;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * A place in a list of failures: after the one that is ordered by {@code key} and has this id. Clients treat its text as
 * opaque.
 */
record FailurePlace(FailureSort sort, Object key, UUID id) {

    static FailurePlace of(FailureSort sort, Failure failure) {
        return new FailurePlace(sort, sort.key(failure), failure.id());
    }

    String encoded() {
        String text = sort.wireName() + ' ' + key + ' ' + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encoded} wrote.
     *
     * @throws ProblemException 400 when it was not written for this order
     */
    static FailurePlace decode(FailureSort sort, String encoded) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split(" ", 3);
            if (parts.length == 3 && parts[0].equals(sort.wireName())) {
                return new FailurePlace(sort, sort.read(parts[1]), UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeException notAPlace) {
            // told below
        }
        throw Problem.malformed(
                        "The cursor was not made by this server for this order. Leave it out to begin anew.",
                        List.of(new FieldError("cursor", "not a cursor of this list")))
                .exception();
    }
}
