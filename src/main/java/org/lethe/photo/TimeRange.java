package org.lethe.photo;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * A time by the clock on the wall where photos were taken, from one moment on and before another.
 *
 * @param from the first moment in it
 * @param before the first moment after it
 */
record TimeRange(LocalDateTime from, LocalDateTime before) {

    private static final LocalDateTime EARLIEST = LocalDateTime.parse("0001-01-01T00:00:00");
    private static final LocalDateTime LATEST = LocalDateTime.parse("9999-12-31T00:00:00");

    /**
     * Reads the query parameters of a search.
     *
     * @param from a day or a moment such as {@code 2024-05-17} or {@code 2024-05-17T14:30:00}; null for no limit
     * @param to likewise; a day is in the range as a whole, a moment is not
     * @throws ProblemException 400 with everything that is wrong
     */
    static TimeRange of(String from, String to) {
        List<FieldError> errors = new ArrayList<>();
        LocalDateTime first = read("from", from, EARLIEST, LocalDate::atStartOfDay, errors);
        LocalDateTime after = read("to", to, LATEST, day -> day.plusDays(1).atStartOfDay(), errors);
        if (errors.isEmpty() && !first.isBefore(after)) {
            errors.add(new FieldError("to", "must be later than from"));
        }
        if (!errors.isEmpty()) {
            throw Problem.malformed("The range of time is not valid.", errors).exception();
        }
        return new TimeRange(first, after);
    }

    private static LocalDateTime read(
            String name,
            String text,
            LocalDateTime absent,
            Function<LocalDate, LocalDateTime> moment,
            List<FieldError> errors) {
        if (text == null || text.isEmpty()) {
            return absent;
        }
        try {
            LocalDateTime read = text.contains("T") ? LocalDateTime.parse(text) : moment.apply(LocalDate.parse(text));
            if (!read.isBefore(EARLIEST) && !read.isAfter(LATEST)) {
                return read;
            }
        } catch (DateTimeException notATime) {
            // told below, as what lies outside of all time is
        }
        errors.add(new FieldError(name, "must be a day or a moment such as 2024-05-17 or 2024-05-17T14:30:00"));
        return absent;
    }
}
