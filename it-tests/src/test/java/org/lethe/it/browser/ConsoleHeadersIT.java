package org.lethe.it.browser;

import static org.lethe.it.LetheAssertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("The console's files")
class ConsoleHeadersIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private final LetheClient browser = lethe.anonymous();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console/",
                "console/redelivery/lethe.removal.main",
                "console/js/main.js",
                "console/js/no-such.js",
                "webjars/lit-html/3.3.2/lit-html.js"
            })
    void shouldComeWithHeadersUnderWhichNothingElseRuns(String path) {
        String policy = browser.get(path).header("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "data:", "blob:");
        assertThat(browser.get(path)).hasHeader("X-Content-Type-Options", "nosniff");
    }

    @Test
    void shouldBeAskedForEachTimeAndSentWhenTheyChangedOnly() {
        Answer first = browser.get("console/js/main.js").expect(200);
        String tag = first.header("ETag").orElseThrow();

        assertThat(first).hasHeader("Cache-Control", "no-cache");
        assertThat(browser.send(browser.request("console/js/main.js")
                        .header("If-None-Match", tag)
                        .GET()))
                .hasStatus(304);
    }

    @Test
    void ofALibraryShouldNeverChange() {
        assertThat(browser.get("webjars/lit-html/3.3.2/lit-html.js").expect(200).header("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
    }

    @Test
    void aPageShouldBeAnsweredWhateverItsPathAndAMissingFileNotBe() {
        assertThat(browser.get("console/redelivery/lethe.removal.main")
                        .expect(200)
                        .header("Content-Type"))
                .hasValue("text/html;charset=UTF-8");
        assertThat(browser.get("console/js/no-such.js")).hasStatus(404);
        assertThat(browser.get("console/js/../../WEB-INF/web.xml").status()).isNotEqualTo(200);
    }

    @Test
    void theRootShouldLeadBrowsersToTheConsole() {
        assertThat(browser.send(
                        browser.request("").header("Accept", "text/html").GET()))
                .hasStatus(303)
                .hasHeader("Location", "/console/");
        assertThat(browser.get("")).hasStatus(404);
    }
}
