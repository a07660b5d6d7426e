package org.lethe.overview;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lethe.deletion.DeletionKind;
import org.lethe.deletion.DeletionState;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Which deletions a list shows, as conditions with their parameters. Notes every fault of a request before it refuses. One
 * thread at a time.
 */
final class DeletionQuery {

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST_LOGIN = 200;
    private static final int DIGITS = 32;
    private static final int FEWEST_DIGITS = 4;

    private final List<FieldError> errors = new ArrayList<>();
    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** Any of these, with commas between. */
    DeletionQuery state(String names) {
        if (names != null) {
            List<String> wanted = Arrays.stream(names.split(",", -1))
                    .map(name -> name.strip().toUpperCase(Locale.ROOT))
                    .toList();
            List<String> known =
                    Arrays.stream(DeletionState.values()).map(Enum::name).toList();
            if (known.containsAll(wanted)) {
                and("d.state = any(?)", (Object) wanted.toArray(String[]::new));
            } else {
                wrong("state", "must be one or more of " + known + ", with commas between");
            }
        }
        return this;
    }

    /** Without one, what failed uploads left is not shown: nobody asked for it. */
    DeletionQuery kind(String name) {
        List<String> known =
                Arrays.stream(DeletionKind.values()).map(Enum::name).toList();
        if (name == null) {
            and("d.kind <> ?", DeletionKind.UPLOAD.name());
        } else if (known.contains(name.toUpperCase(Locale.ROOT))) {
            and("d.kind = ?", name.toUpperCase(Locale.ROOT));
        } else {
            wrong("kind", "must be one of " + known);
        }
        return this;
    }

    DeletionQuery owner(String login) {
        if (login != null) {
            if (login.isEmpty() || login.length() > LONGEST_LOGIN || login.indexOf('\0') >= 0) {
                wrong("owner", "must be a login of 1 to " + LONGEST_LOGIN + " characters");
            } else {
                and("d.owner_id = (select id from account where login = ?)", login);
            }
        }
        return this;
    }

    /** The beginning of an id is a range of ids. */
    DeletionQuery id(String begin) {
        if (begin != null) {
            String digits = begin.toLowerCase(Locale.ROOT).replace("-", "");
            boolean isBegin = digits.length() <= DIGITS
                    && digits.matches("[0-9a-f]{" + FEWEST_DIGITS + ",}")
                    && (digits.length() == begin.length()
                            || filled(digits, '0').toString().startsWith(begin.toLowerCase(Locale.ROOT)));
            if (isBegin) {
                and("d.id >= ?", filled(digits, '0'));
                and("d.id <= ?", filled(digits, 'f'));
            } else {
                wrong("id", "must be the beginning of an id: " + FEWEST_DIGITS + " hexadecimal digits or more");
            }
        }
        return this;
    }

    DeletionQuery from(String time) {
        time("from", time).ifPresent(from -> and("d.requested_at >= ?", from));
        return this;
    }

    DeletionQuery until(String time) {
        time("until", time).ifPresent(until -> and("d.requested_at < ?", until));
        return this;
    }

    /** @throws ProblemException 400 with all that was wrong */
    DeletionQuery checked() {
        if (!errors.isEmpty()) {
            throw Problem.malformed("Some parameters are not acceptable.", errors)
                    .exception();
        }
        return this;
    }

    /** In SQL, of the table {@code d}; each begins with {@code and}. */
    String conditions() {
        return conditions.toString();
    }

    /** In the order of the conditions. */
    List<Object> parameters() {
        return List.copyOf(parameters);
    }

    private Optional<OffsetDateTime> time(String field, String text) {
        try {
            Optional<Instant> time = Optional.ofNullable(text).map(Instant::parse);
            if (time.filter(found -> found.isBefore(Instant.EPOCH) || found.isAfter(LAST))
                    .isEmpty()) {
                return time.map(found -> found.atOffset(ZoneOffset.UTC));
            }
        } catch (DateTimeException notATime) {
            // told below
        }
        wrong(field, "must be a time in ISO 8601, such as 2031-12-24T18:00:00Z");
        return Optional.empty();
    }

    private static UUID filled(String digits, char filler) {
        String all = digits + String.valueOf(filler).repeat(DIGITS - digits.length());
        return UUID.fromString(all.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    private void and(String condition, Object parameter) {
        conditions.append(" and ").append(condition);
        parameters.add(parameter);
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
