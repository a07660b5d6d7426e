package org.lethe.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleFileTest {

    @ParameterizedTest
    @CsvSource({
        "/, index.html",
        "/overview, index.html",
        "/redelivery/lethe.removal.main, index.html",
        "/WEB-INF/web.xml, index.html",
        "/js/../../WEB-INF/web.xml, index.html",
        "/js/..;/..;/WEB-INF/web.xml, index.html",
        "/js/.hidden, index.html",
        "/js/main.js, js/main.js",
        "/js/pages/no-such.js, js/pages/no-such.js",
        "/css/base.css, css/base.css",
        "/icon.svg, icon.svg"
    })
    void everyPathButAFilesShouldBeAPage(String path, String name) {
        assertThat(ConsoleFile.nameFor(path)).isEqualTo(name);
    }

    @Test
    void theTagShouldBeOfTheContent() {
        ConsoleFile file = ConsoleFile.of("js/main.js", "one".getBytes(UTF_8));
        ConsoleFile same = ConsoleFile.of("js/main.js", "one".getBytes(UTF_8));
        ConsoleFile other = ConsoleFile.of("js/main.js", "two".getBytes(UTF_8));

        assertThat(file.tag()).isEqualTo(same.tag()).isNotEqualTo(other.tag());
        assertThat(file.isTagged(null)).isFalse();
        assertThat(file.isTagged(other.tag())).isFalse();
        assertThat(file.isTagged(other.tag() + ", W/" + file.tag())).isTrue();
    }

    @Test
    void scriptsShouldBeSentAsScripts() {
        assertThat(ConsoleFile.of("js/main.js", new byte[0]).contentType()).startsWith("text/javascript");
        assertThat(ConsoleFile.of("index.html", new byte[0]).contentType()).isEqualTo("text/html;charset=UTF-8");
    }
}
