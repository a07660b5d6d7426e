package org.lethe.failure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lethe.page.Cursor;
import org.lethe.problem.FieldError;

/** The orders in which failures are listed, each with the id as tie-break. */
enum FailureSort {
    /** The first that failed comes last. */
    NEWEST("newest", "first_at", "desc"),
    OLDEST("oldest", "first_at", "asc"),
    LAST_SEEN("lastSeen", "last_at", "desc"),
    /** What failed most often first. */
    TIMES("times", "times", "desc");

    private final String wireName;
    private final String column;
    private final String direction;

    FailureSort(String wireName, String column, String direction) {
        this.wireName = wireName;
        this.column = column;
        this.direction = direction;
    }

    /** NEWEST when nothing is asked for, or nothing that there is, which is noted. */
    static FailureSort of(String name, List<FieldError> errors) {
        if (name == null) {
            return NEWEST;
        }
        return Arrays.stream(values())
                .filter(sort -> sort.wireName.equals(name))
                .findFirst()
                .orElseGet(() -> {
                    String names =
                            Arrays.stream(values()).map(FailureSort::wireName).collect(Collectors.joining(", "));
                    errors.add(new FieldError("sort", "must be one of " + names));
                    return NEWEST;
                });
    }

    String wireName() {
        return wireName;
    }

    /** What a failure is ordered by. */
    Object key(Failure failure) {
        return switch (this) {
            case NEWEST, OLDEST -> failure.firstAt();
            case LAST_SEEN -> failure.lastAt();
            case TIMES -> failure.times();
        };
    }

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException when it is no number
     * @throws java.time.DateTimeException when it is no time that a failure can have
     */
    Object read(String text) {
        return this == TIMES ? Integer.valueOf(text) : Cursor.time(text);
    }

    /** Condition on the row {@code f}: it comes after the place {@code :key}, {@code :id}. */
    String after() {
        return "(f." + column + ", f.id) " + (direction.equals("desc") ? "<" : ">") + " (:key, :id)";
    }

    String order() {
        return " order by f." + column + " " + direction + ", f.id " + direction;
    }
}
