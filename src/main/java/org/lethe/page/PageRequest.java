package org.lethe.page;

import java.util.List;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Which page of a list is asked for: at most {@code limit} items (1 to 500) that come after {@code after}. */
public record PageRequest(int limit, Cursor after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    /**
     * Reads the query parameters of a list.
     *
     * @param limit 1 to 500, or null for 50
     * @param cursor the {@code nextCursor} of the page before, or null for the first page
     * @throws ProblemException 400 when one of them is not acceptable
     */
    public static PageRequest of(String limit, String cursor) {
        int size = limit == null ? DEFAULT_LIMIT : size(limit);
        if (size < 1 || size > MAX_LIMIT) {
            throw Problem.malformed(
                            "The limit must be 1 to " + MAX_LIMIT + ".",
                            List.of(new FieldError("limit", "must be 1 to " + MAX_LIMIT)))
                    .exception();
        }
        return new PageRequest(size, cursor == null || cursor.isEmpty() ? Cursor.NEWEST : Cursor.decode(cursor));
    }

    /** How many rows to read: one more than asked for tells whether another page follows. */
    public int rowsToRead() {
        return limit + 1;
    }

    /** What is not a number is refused as one that is too small. */
    private static int size(String limit) {
        return limit.matches("\\d{1,9}") ? Integer.parseInt(limit) : 0;
    }
}
