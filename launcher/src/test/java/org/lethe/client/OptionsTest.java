package org.lethe.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @TempDir
    Path directory;

    @Test
    void anUploadShouldTakeItsWordsInAnyOrder() {
        UploadOptions options = UploadOptions.of(List.of(
                "--parallel",
                "8",
                directory.toString(),
                "--url",
                "https://photos.example.com",
                "--album",
                "Lisbon 2026"));

        assertThat(options.directory()).isEqualTo(directory);
        assertThat(options.album()).isEqualTo("Lisbon 2026");
        assertThat(options.parallel()).isEqualTo(8);
        assertThat(options.access().url()).contains(URI.create("https://photos.example.com/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--album x",
                ".",
                ". --album",
                ". --album x --parallel 0",
                ". --album x --parallel 33",
                ". --album x --nothing y",
                "not/there --album x",
                ". --album x --url photos.example.com",
                ". --album x --url ftp://photos.example.com"
            })
    void anUploadThatCannotBeShouldSayWhy(String words) {
        List<String> arguments = words.isEmpty() ? List.of() : List.of(words.split(" ", -1));

        assertThatIllegalArgumentException().isThrownBy(() -> UploadOptions.of(arguments));
    }

    @Test
    void aDeletionShouldAskAndNotWatchUnlessItIsTold() {
        DeleteOptions plain = DeleteOptions.of(List.of("Lisbon 2026"));
        DeleteOptions all = DeleteOptions.of(List.of("--yes", "Lisbon 2026", "--watch"));

        assertThat(plain.watch() || plain.yes()).isFalse();
        assertThat(all.watch() && all.yes()).isTrue();
        assertThat(all.album()).isEqualTo("Lisbon 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--watch", "x --nothing", "x --nothing y", "x --url"})
    void aDeletionThatCannotBeShouldSayWhy(String words) {
        List<String> arguments = words.isEmpty() ? List.of() : List.of(words.split(" ", -1));

        assertThatIllegalArgumentException().isThrownBy(() -> DeleteOptions.of(arguments));
    }

    @Test
    void theKeptPasswordShouldNotGoToAnotherMachine() throws Exception {
        Files.writeString(directory.resolve("secrets.properties"), "admin.password=secret");
        Access here = Access.HERE.with("--data", directory.toString()).orElseThrow();
        Access elsewhere = here.with("--url", "http://192.0.2.1").orElseThrow();

        assertThat(here.api(Map.of())).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elsewhere.api(Map.of()))
                .withMessageContaining("LETHE_TOKEN");
        assertThat(elsewhere.api(Map.of("LETHE_TOKEN", "lethe_x"))).isNotNull();
    }

    @Test
    void bytesShouldBeSaidAsPeopleSayThem() {
        assertThat(List.of(
                        Screen.bytes(0),
                        Screen.bytes(999),
                        Screen.bytes(1000),
                        Screen.bytes(999_960),
                        Screen.bytes(3_145_728)))
                .containsExactly("0 bytes", "999 bytes", "1.0 kB", "1.0 MB", "3.1 MB");
    }
}
