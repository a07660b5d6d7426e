package org.lethe.page;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * A place in a list that is ordered by time, newest first, with the id as tie-break. Clients treat its text as opaque.
 */
public record Cursor(Instant createdAt, UUID id) {

    /** Before the newest: where a list that goes back in time begins. */
    public static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    /** Before the oldest: where a walk that goes forward in time begins. */
    public static final Cursor OLDEST = new Cursor(Instant.EPOCH, new UUID(0, 0));

    /** PostgreSQL's times begin later than Java's, and end sooner; photographs are older than computers. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** The text that a client sends back as {@code cursor}. */
    public String encoded() {
        String text = createdAt + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encoded()} wrote.
     *
     * @throws ProblemException 400 when the text was not made by this server
     */
    static Cursor decode(String encoded) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(time(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notACursor) {
            throw Problem.malformed(
                            "The cursor was not made by this server. Leave it out to begin with the newest.",
                            List.of(new FieldError("cursor", "not a cursor of this server")))
                    .exception();
        }
    }

    /**
     * Reads a time that a row can have.
     *
     * @throws DateTimeException when the text is none
     */
    public static Instant time(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(EARLIEST) || time.isAfter(NEWEST.createdAt)) {
            throw new DateTimeException("no row has this time: " + text);
        }
        return time;
    }
}
