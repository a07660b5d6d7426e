package org.lethe.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("Times in the console")
class TimesIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    private static final String SEOUL = "Asia/Seoul";
    /** How a page tells the moment that is given to it. */
    private static final String TOLD =
            "return Promise.all([import('/console/js/lit.js'), import('/console/js/parts.js')])"
                    + ".then(([{render}, {exactly}]) => { const place = document.createElement('p');"
                    + " render(exactly(arguments[0]), place); return place.innerText; })";

    private final int year = Year.now(ZoneId.of(SEOUL)).getValue();

    @BeforeEach
    void inSeoul() {
        console.zone(SEOUL);
    }

    @Test
    void momentsShouldBeToldWithZoneAgeAndYear() {
        LetheClient admin = lethe.newAccount("admin");
        console.signIn(admin);
        console.open("audit?actor=" + admin.login());
        console.awaitTrue("an entry is there", () -> !console.all("main time").isEmpty());

        assertThat(text()).endsWith(" GMT+9").doesNotContain("" + year);
        assertThat(title()).contains("" + year, " GMT+9 · ").matches(".* (ago|now)");
        console.choose("ko");
        assertThat(text()).contains("월 ").endsWith(" GMT+9").doesNotContain("" + year);
        assertThat(title()).contains(year + ". ", " GMT+9 · ").matches(".* (전|지금)");
    }

    @Test
    void thoseOfAnotherYearShouldSayWhich() {
        console.signIn(lethe.newAccount("admin"));
        String lastYear = (year - 1) + "-11-29T01:02:03Z";

        assertThat(told(lastYear)).isEqualTo("Nov 29, " + (year - 1) + ", 10:02:03 GMT+9");
        assertThat(told(year + "-11-29T01:02:03Z")).isEqualTo("Nov 29, 10:02:03 GMT+9");
        console.choose("ko");
        assertThat(told(lastYear)).isEqualTo((year - 1) + "년 11월 29일 10:02:03 GMT+9");
    }

    private static String told(String moment) {
        return (String) console.script(TOLD, moment);
    }

    private static String text() {
        return (String) console.script("return document.querySelector('main time').innerText");
    }

    private static String title() {
        return (String) console.script("return document.querySelector('main time').title");
    }
}
