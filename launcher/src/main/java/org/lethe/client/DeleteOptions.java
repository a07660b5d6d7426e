package org.lethe.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a person wrote behind {@code ./lethe delete}.
 *
 * @param album its name or id
 * @param watch whether to stay until everything is gone
 * @param yes whether not to ask
 */
record DeleteOptions(String album, boolean watch, boolean yes, Access access) {

    private static final String USAGE =
            "Usage: ./lethe delete ALBUM [--watch] [--yes] " + Access.OPTIONS + "   (or LETHE_TOKEN)";

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException with a message for that person
     */
    static DeleteOptions of(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        DeleteOptions options = new DeleteOptions("", false, false, Access.HERE);
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        if (options.album.isBlank()) {
            throw wrong("It needs an album");
        }
        return options;
    }

    private DeleteOptions with(String word, Deque<String> rest) {
        return switch (word) {
            case "--watch" -> new DeleteOptions(album, true, yes, access);
            case "--yes" -> new DeleteOptions(album, watch, true, access);
            default -> word.startsWith("--") ? withAccess(word, rest) : new DeleteOptions(word, watch, yes, access);
        };
    }

    private DeleteOptions withAccess(String option, Deque<String> rest) {
        String value = rest.isEmpty() ? "" : rest.pop();
        if (value.isEmpty()) {
            throw wrong("The option " + option + " lacks its value, or does not exist");
        }
        return access.with(option, value)
                .map(changed -> new DeleteOptions(album, watch, yes, changed))
                .orElseThrow(() -> wrong("There is no option " + option));
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + ".\n" + USAGE);
    }
}
