package org.lethe.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Reads what is asked of the audit. Notes every fault of a request before it refuses. */
final class AuditQuery {

    private static final String NUMBER = "[1-9]\\d{0,17}";
    private static final String HASH = "[0-9a-f]{64}";

    private final List<FieldError> errors = new ArrayList<>();

    Optional<String> text(String field, String text) {
        if (text != null && (text.isEmpty() || text.length() > 200 || text.indexOf('\u0000') >= 0)) {
            wrong(field, "must have 1 to 200 characters");
        }
        return Optional.ofNullable(text);
    }

    Optional<String> action(String name) {
        if (name != null
                && Arrays.stream(AuditAction.values())
                        .noneMatch(action -> action.name().equals(name))) {
            wrong("action", "must be one of " + Arrays.toString(AuditAction.values()));
        }
        return Optional.ofNullable(name);
    }

    Optional<Instant> time(String field, String text) {
        try {
            Optional<Instant> time = Optional.ofNullable(text).map(Instant::parse);
            if (time.filter(AuditQuery::isOutOfRange).isEmpty()) {
                return time;
            }
        } catch (DateTimeException notATime) {
            // told below
        }
        wrong(field, "must be a time in ISO 8601, such as 2031-12-24T18:00:00Z");
        return Optional.empty();
    }

    /** A head that was kept; both or neither must be given. */
    Optional<ChainHead> kept(String seq, String hash) {
        if (seq == null && hash == null) {
            return Optional.empty();
        }
        if (seq == null || !seq.matches(NUMBER)) {
            wrong("seq", "must be the number of an entry, from 1 on; 'hash' goes with it");
        }
        if (hash == null || !hash.matches(HASH)) {
            wrong("hash", "must be 64 hexadecimal digits in lower case; 'seq' goes with it");
        }
        return errors.isEmpty() ? Optional.of(new ChainHead(Long.parseLong(seq), hash)) : Optional.empty();
    }

    /** @throws ProblemException 400 with all that was wrong */
    void check() {
        if (!errors.isEmpty()) {
            throw Problem.malformed("Some parameters are not acceptable.", errors)
                    .exception();
        }
    }

    /** PostgreSQL's times end sooner than Java's. */
    private static boolean isOutOfRange(Instant time) {
        return time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-12-31T00:00:00Z"));
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
