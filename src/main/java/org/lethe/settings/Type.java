package org.lethe.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the text of a setting becomes a value, and which values are allowed.
 *
 * @param rule the rule in words, for the person who must mend the setting
 * @param hidden whether the value must not be shown
 */
record Type<T>(String rule, boolean hidden, Function<String, T> parser, Predicate<T> allowed) {

    static Type<Integer> integer(int least, int most) {
        String rule = least == most
                ? "must be " + least + ", nothing else works safely"
                : "must be a whole number from " + least + " to " + most;
        return open(rule, Integer::valueOf, value -> value >= least && value <= most);
    }

    static Type<Long> number(String of, long least, long most) {
        String rule = "must be a number of " + of + " from " + least + " to " + most;
        return open(rule, Long::valueOf, value -> value >= least && value <= most);
    }

    static Type<Duration> duration(Duration least, Duration most) {
        String rule = "must be an ISO 8601 duration (PT10S) from " + least + " to " + most;
        return open(rule, Duration::parse, value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
    }

    static Type<Boolean> flag() {
        return open(
                "must be true or false",
                text -> Map.of("true", true, "false", false).get(text),
                Objects::nonNull);
    }

    static Type<String> text(String pattern, String rule) {
        return open("must be text: " + rule, Function.identity(), value -> value.matches(pattern));
    }

    /** Names with the roles that they stand for. */
    static Type<Map<String, String>> roleMapping() {
        return open(
                "must be names with roles (owner, operator, admin), as in photo-users=owner,photo-ops=operator",
                text -> Stream.of(text.split(","))
                        .map(pair -> pair.strip().split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toUnmodifiableMap(
                                pair -> pair[0], pair -> pair[1], (one, other) -> "twice")),
                roles -> !roles.isEmpty()
                        && roles.values().stream().allMatch(role -> role.matches("owner|operator|admin")));
    }

    static Type<List<String>> addressRanges() {
        return open(
                "must be addresses or ranges such as 10.0.0.0/8, separated by commas",
                text -> Stream.of(text.split(",")).map(String::strip).toList(),
                ranges -> ranges.stream()
                        .allMatch(range -> range.matches("[0-9a-fA-F:.]+[.:][0-9a-fA-F:.]*(/\\d{1,3})?")));
    }

    static Type<Path> absolutePath() {
        return open("must be an absolute path", text -> Path.of(text).normalize(), Path::isAbsolute);
    }

    static Type<Secret> secret(int shortest) {
        String rule = "must not be blank and have at least " + shortest + " character(s)";
        return new Type<>(rule, true, Secret::new, value -> {
            return !value.reveal().isBlank() && value.reveal().length() >= shortest;
        });
    }

    /** The value of the text, or empty when the rule is broken. */
    Optional<T> parse(String text) {
        try {
            return Optional.ofNullable(parser.apply(hidden ? text : text.strip()))
                    .filter(allowed);
        } catch (NumberFormatException | DateTimeException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static <T> Type<T> open(String rule, Function<String, T> parser, Predicate<T> allowed) {
        return new Type<>(rule, false, parser, allowed);
    }
}
