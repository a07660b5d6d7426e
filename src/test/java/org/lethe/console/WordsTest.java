package org.lethe.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lethe.problem.FieldRule;

/** What the console says, in each language: the shell's words, which are always there, and those that come with each page. */
class WordsTest {

    private static final Path CONSOLE = Path.of("src/main/webapp/console/js");
    private static final Pattern WORD = Pattern.compile("^ {2}'([^']+)': '(.*)',$", Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?=}|\\|[^}]*#)");
    private static final Pattern USE = Pattern.compile("\\bt\\(\\s*'([^']+)'");
    private static final Pattern QUOTED = Pattern.compile("'([^'\\s]+\\.[^']+)'");
    private static final Pattern FAMILY = Pattern.compile(
            "(?:\\bt|knows)\\(`([a-z.]+)\\$\\{|(?:word|phrases?)\\('([a-z.]+)'|words\\[`([a-z.]+)\\$\\{");

    /** Between the values. */
    private static final Pattern SENTENCE_PART = Pattern.compile("#|[A-Z]{4,}");

    private static final String SHELL = "shell";
    private static final Pattern OF_PAGE = Pattern.compile("pages/(\\w+)(?:\\.js|/.*)");

    private final Map<String, Map<String, String>> english = words("en");
    private final Map<String, Map<String, String>> korean = words("ko");

    @Test
    void bothLanguagesShouldHaveTheSameWordsInTheSameOrder() {
        assertThat(english).hasSizeGreaterThan(10).containsKey(SHELL);
        assertThat(korean).containsOnlyKeys(english.keySet());
        english.forEach((page, words) ->
                assertThat(korean.get(page).keySet()).as(page).containsExactlyElementsOf(words.keySet()));
    }

    @Test
    void bothLanguagesShouldTellTheSameFigures() {
        english.forEach((page, words) -> words.forEach((key, text) ->
                assertThat(places(korean.get(page).get(key))).as(key).isEqualTo(places(text))));
    }

    @Test
    void noKoreanTextShouldBeLeftInEnglish() {
        assertThat(korean.values().stream().flatMap(words -> words.values().stream()))
                .noneMatch(text -> text.matches("[A-Za-z ]{4,}") && !text.matches("[A-Z]+"));
    }

    @Test
    void noPageShouldSayOtherThanTheShellBySameKey() {
        english.forEach((page, words) -> {
            if (!page.equals(SHELL)) {
                assertThat(words.keySet())
                        .as(page)
                        .doesNotContainAnyElementsOf(english.get(SHELL).keySet());
            }
        });
    }

    @Test
    void everyRuleOfAFieldShouldHaveWordsAndBeDescribed() {
        List<String> codes =
                Arrays.stream(FieldRule.Code.values()).map(Enum::name).toList();

        assertThat(english.get(SHELL).keySet())
                .filteredOn(key -> key.startsWith("fieldfault."))
                .containsExactlyElementsOf(
                        codes.stream().map("fieldfault."::concat).toList());
        assertThat(text(Path.of("src/main/resources/META-INF/openapi.yaml")))
                .contains(codes.stream()
                        .map("                  - %s\n"::formatted)
                        .collect(Collectors.joining()));
    }

    @Test
    void everyWordThatAScriptUsesShouldComeWithItsPage() {
        scripts().forEach(script -> assertThat(here(script))
                .as(script.toString())
                .containsAll(found(script, USE))
                .satisfies(words -> assertThat(found(script, FAMILY))
                        .allMatch(family -> words.stream().anyMatch(key -> key.startsWith(family)))));
    }

    @Test
    void everyWordShouldBeUsedWhereItComes() {
        Map<String, Set<String>> unused = new LinkedHashMap<>();
        english.forEach((page, words) -> unused.put(page, new TreeSet<>(words.keySet())));
        for (Path script : scripts()) {
            Set<String> named = found(script, QUOTED);
            named.addAll(found(script, USE));
            Set<String> families = found(script, FAMILY);
            for (String page : Set.of(SHELL, pageOf(script))) {
                unused.getOrDefault(page, new TreeSet<>())
                        .removeIf(
                                key -> named.contains(key) || families.stream().anyMatch(key::startsWith));
            }
        }

        assertThat(unused).allSatisfy((page, words) -> assertThat(words).isEmpty());
    }

    @Test
    void sentencesOfTheServerShouldBeThoseThatItSays() {
        String sources = files(Path.of("src/main/java"), ".java").stream()
                .map(WordsTest::text)
                .collect(Collectors.joining())
                .replaceAll("\"\\s*\\+ \"", "") // a literal that is broken over lines
                .replace("%%", "%")
                .replace("\\\"", "\"");

        assertThat(english.values().stream()
                        .flatMap(words -> words.keySet().stream())
                        .filter(key -> key.matches("(why|found|todo)\\..*"))
                        .map(key -> key.substring(key.indexOf('.') + 1))
                        .flatMap(SENTENCE_PART::splitAsStream))
                .hasSizeGreaterThan(10)
                .allMatch(part -> sources.contains(part));
    }

    /** The words that are there when a script runs. */
    private Set<String> here(Path script) {
        Set<String> here = new TreeSet<>(english.get(SHELL).keySet());
        here.addAll(english.getOrDefault(pageOf(script), Map.of()).keySet());
        return here;
    }

    private static String pageOf(Path script) {
        var page = OF_PAGE.matcher(CONSOLE.relativize(script).toString());
        return page.matches() ? page.group(1) : "";
    }

    private static Map<String, Map<String, String>> words(String language) {
        Map<String, Map<String, String>> pages = new LinkedHashMap<>();
        for (Path file : files(CONSOLE.resolve("words/" + language))) {
            Map<String, String> words = new LinkedHashMap<>();
            WORD.matcher(text(file)).results().forEach(word -> assertThat(words.put(word.group(1), word.group(2)))
                    .as("%s stands twice", word.group(1))
                    .isNull());
            pages.put(file.getFileName().toString().replace(".js", ""), words);
        }
        return pages;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the pattern's groups hold in a script. */
    private static Set<String> found(Path script, Pattern pattern) {
        return pattern.matcher(text(script))
                .results()
                .flatMap(result -> Stream.iterate(1, i -> i <= result.groupCount(), i -> i + 1)
                        .map(result::group))
                .filter(group -> group != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All but the words. */
    private static List<Path> scripts() {
        return files(CONSOLE).stream()
                .filter(file -> !file.startsWith(CONSOLE.resolve("words")))
                .toList();
    }

    private static List<Path> files(Path directory) {
        return files(directory, ".js");
    }

    private static List<Path> files(Path directory, String ending) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
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
