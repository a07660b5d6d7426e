package org.lethe.failure;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.lethe.storage.StorageId;

/** What failures can be narrowed by: the name in queries and in JSON, how many values, and what a value is. */
public enum Narrowing {
    STATE("state", 6),
    KIND("kind", 3),
    GROUP("group", 100),
    /** Exactly, as it stands in the failures. */
    CAUSE("cause", 1),
    STORAGE("storage", 2),
    QUEUE("queue", 1),
    DELETION("deletion", 1),
    OWNER("owner", 1),
    ASSIGNEE("assignee", 1),
    /** Assigned, and its due date is over. */
    OVERDUE("overdue", 1),
    /** Failed last at this time or later. */
    FROM("from", 1),
    /** Failed last before this time. */
    UNTIL("until", 1),
    /** Words that are in it, or that its words begin with. */
    WORDS("q", 1),
    /** What was chosen one by one. */
    ID("id", 1000);

    private static final int LONGEST = 200;
    private static final int LONGEST_CAUSE = 500;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final String wireName;
    private final int most;

    Narrowing(String wireName, int most) {
        this.wireName = wireName;
        this.most = most;
    }

    String wireName() {
        return wireName;
    }

    /** How many values it takes, any of which is enough. */
    int most() {
        return most;
    }

    boolean takesMany() {
        return most > 1;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException whose message says what it must be
     */
    Object read(String text) {
        return switch (this) {
            case STATE -> oneOf(FailureState.values(), text);
            case KIND -> oneOf(FailureKind.values(), text);
            case STORAGE -> storage(text);
            case GROUP, DELETION, OWNER, ID -> id(text);
            case OVERDUE -> truth(text);
            case FROM, UNTIL -> time(text);
            case WORDS -> SearchWords.of(text(text, LONGEST));
            case CAUSE -> text(text, LONGEST_CAUSE);
            case QUEUE, ASSIGNEE -> text(text, LONGEST);
        };
    }

    /** A value as {@link #read} takes it. */
    static String write(Object value) {
        return value instanceof StorageId storage ? storage.wireName() : value.toString();
    }

    private static Object oneOf(Enum<?>[] values, String text) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> mustBe("must be one of " + Arrays.toString(values)));
    }

    private static Object storage(String text) {
        return Arrays.stream(StorageId.values())
                .filter(storage -> storage.wireName().equals(text))
                .findFirst()
                .orElseThrow(() -> mustBe("must be one of " + Arrays.toString(StorageId.values())));
    }

    private static Object id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new IllegalArgumentException("is not a UUID", notAnId);
        }
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw mustBe("must be true or false");
        };
    }

    /** PostgreSQL's times end sooner than Java's. */
    private static Object time(String text) {
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException notATime) {
            // told below
        }
        throw mustBe("must be a time in ISO 8601, such as 2031-12-24T18:00:00Z");
    }

    private static String text(String text, int most) {
        if (text.isBlank() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            throw mustBe("must be a text of 1 to " + most + " characters, without control characters");
        }
        return text;
    }

    private static IllegalArgumentException mustBe(String what) {
        return new IllegalArgumentException(what);
    }
}
