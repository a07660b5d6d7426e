package org.lethe.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.lethe.it.ManyFailures;
import org.openqa.selenium.Keys;

/**
 * How long the browser is busy without a pause, in the best of some rounds: other tests take the processors from the others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The page of 100,000 failures")
class ManyFailuresPageIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    private static final int ROUNDS = 3;
    private static final long PAGE = 50;
    private static final long BOUND_IN_MILLIS = 200;
    private static final String OBSERVE = "window.tasks = []; new PerformanceObserver(list => list.getEntries()"
            + ".forEach(task => window.tasks.push(task.duration))).observe({type: 'longtask'})";
    private static final String BUSY =
            "setTimeout(() => { const end = performance.now() + 80; while (performance.now() < end); })";

    private ManyFailures failures;

    @BeforeAll
    void manyFailures() {
        failures = ManyFailures.add(lethe);
    }

    @AfterAll
    void forgetThem() {
        failures.forget();
    }

    @Test
    void shouldHoldWhatIsSeenAndStayFluid() {
        console.signIn(lethe.newAccount("operator"));
        console.open("failures");
        console.settle();
        assertThat(rows()).isEqualTo(PAGE);
        assertThat(console.all("ul.groups li")).hasSizeLessThanOrEqualTo((int) PAGE + 1);
        console.script(OBSERVE);
        console.script(BUSY);
        console.awaitTrue("the observer sees what is long", () -> longest() > 0);

        List<Long> longest = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            console.script("window.tasks = []");
            lookThrough("sort " + (char) ('d' + round));
            longest.add(longest());
        }

        System.out.println("Longest tasks of the page of failures in ms: " + longest);
        assertThat(Collections.min(longest)).isLessThan(BOUND_IN_MILLIS);
        assertThat(rows()).isEqualTo(PAGE);
        console.press("Show more");
        console.awaitTrue("a second page is there", () -> rows() == 2 * PAGE);
    }

    /** Down and up, one letter after the other into the search, and all of the page selected and not. */
    private static void lookThrough(String search) {
        console.script("document.activeElement.blur()");
        console.keys(Keys.END, Keys.HOME, Keys.PAGE_DOWN, Keys.PAGE_DOWN, Keys.HOME);
        console.keys("/");
        console.script("document.activeElement.select()");
        search.chars().forEach(letter -> console.keys(Character.toString(letter)));
        console.awaitTrue("they are looked for", () -> console.path().contains("q=" + search.replace(' ', '+')));
        console.settle();
        console.script("document.querySelector('table.failures thead input').click()");
        console.see(PAGE + " selected");
        console.script("document.querySelector('table.failures thead input').click()");
        console.seeNoMore(PAGE + " selected");
    }

    private static long rows() {
        return (Long) console.script("return document.querySelectorAll('table.failures tbody tr').length");
    }

    private static long longest() {
        return (Long) console.script("return Math.ceil(Math.max(0, ...window.tasks))");
    }
}
