package org.lethe.failure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody searches for, taken apart as the database takes apart what it searches in: words begin and end at any
 * sign of ASCII that is neither a letter nor a digit.
 *
 * @param text as it was asked for
 * @param words in lower case, at least one
 */
record SearchWords(String text, List<String> words) {

    private static final String BETWEEN = "[\\s\\p{Punct}]+";

    /** @throws IllegalArgumentException when there is no word in it */
    static SearchWords of(String text) {
        List<String> words = Stream.of(text.toLowerCase(Locale.ROOT).split(BETWEEN, -1))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("must have a letter or a digit");
        }
        return new SearchWords(text, words);
    }

    /** For {@code to_tsquery}: each of the words begins one that is there. A word has no quote, see above. */
    String query() {
        return words.stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
    }

    @Override
    public String toString() {
        return text;
    }
}
