package org.lethe.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the console says, in each language. */
class WordsTest {

    private static final Path CONSOLE = Path.of("src/main/webapp/console/js");
    private static final Pattern WORD = Pattern.compile("^ {2}'([^']+)': '(.*)',$", Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?=}|\\|[^}]*#)");
    private static final Pattern USE = Pattern.compile("\\bt\\(\\s*'([^']+)'");
    private static final Pattern QUOTED = Pattern.compile("'([^'\\s]+\\.[^']+)'");
    private static final Pattern FAMILY =
            Pattern.compile("(?:\\bt|knows)\\(`([a-z.]+)\\$\\{|word\\('([a-z.]+)'|words\\[`([a-z.]+)\\$\\{");

    private final Map<String, String> english = words("en");
    private final Map<String, String> korean = words("ko");

    @Test
    void bothLanguagesShouldHaveTheSameWordsInTheSameOrder() {
        assertThat(english).hasSizeGreaterThan(100);
        assertThat(korean.keySet()).containsExactlyElementsOf(english.keySet());
    }

    @Test
    void bothLanguagesShouldTellTheSameFigures() {
        english.forEach(
                (key, text) -> assertThat(places(korean.get(key))).as(key).isEqualTo(places(text)));
    }

    @Test
    void noKoreanTextShouldBeLeftInEnglish() {
        assertThat(korean.values()).noneMatch(text -> text.matches("[A-Za-z ]{4,}"));
    }

    @Test
    void everyWordThatThePagesUseShouldExist() {
        assertThat(english.keySet()).containsAll(found(USE));
    }

    @Test
    void everyWordShouldBeUsed() {
        Set<String> quoted = found(QUOTED);
        quoted.addAll(found(USE));
        Set<String> families = found(FAMILY);

        assertThat(english.keySet())
                .allMatch(key -> quoted.contains(key) || families.stream().anyMatch(key::startsWith));
    }

    private static Map<String, String> words(String language) {
        Map<String, String> words = new LinkedHashMap<>();
        WORD.matcher(text(CONSOLE.resolve("words/" + language + ".js")))
                .results()
                .forEach(word -> assertThat(words.put(word.group(1), word.group(2)))
                        .as("%s stands twice", word.group(1))
                        .isNull());
        return words;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the pattern's groups hold, in all scripts but the words. */
    private static Set<String> found(Pattern pattern) {
        return scripts().stream()
                .flatMap(script -> pattern.matcher(script).results())
                .flatMap(result -> Stream.iterate(1, i -> i <= result.groupCount(), i -> i + 1)
                        .map(result::group))
                .filter(group -> group != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Collection<String> scripts() {
        try (Stream<Path> files = Files.walk(CONSOLE)) {
            return List.copyOf(files.filter(file -> file.toString().endsWith(".js"))
                    .filter(file -> !file.startsWith(CONSOLE.resolve("words")))
                    .map(WordsTest::text)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
