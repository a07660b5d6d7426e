package org.lethe.it.browser;

import static org.lethe.it.LetheAssertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.openqa.selenium.Keys;

@DisplayName("The console without a mouse")
class KeyboardIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    @BeforeEach
    void signedIn() {
        console.signIn(lethe.newAccount("operator", "admin"));
        console.settle();
    }

    @Test
    void twoKeysShouldLeadToEachPage() {
        goTo("d", "/console/deletions");
        goTo("f", "/console/failures");
        goTo("v", "/console/redrives");
        goTo("s", "/console/storages");
        goTo("r", "/console/redelivery");
        goTo("p", "/console/policies");
        goTo("n", "/console/notifications");
        goTo("a", "/console/audit");
        goTo("t", "/console/access");
        goTo("o", "/console/overview");
        console.script("history.back()");
        awaitPath("/console/access");
    }

    @Test
    void rowsShouldBeGoneThroughOpenedAndLeft() {
        goTo("r", "/console/redelivery");
        console.see("How often and when the broker tries again");
        console.settle();

        console.keys("j", "j", "k", "j");
        assertThat(console.focused().getText()).isEqualTo("lethe.removal.main");
        console.keys(Keys.ENTER);

        awaitPath("/console/redelivery/lethe.removal.main");
        console.see("Longest wait");
        console.keys("e");
        awaitPath("/console/redelivery/lethe.removal.main?edit=1");
    }

    @Test
    void aDialogShouldGiveTheFocusBack() {
        goTo("t", "/console/access");
        console.see("Add an account");
        console.keys("j");
        String row = console.focused().getDomAttribute("aria-label");

        console.keys("?");
        console.see("Single keys do something");
        console.seeNoBarriers();
        console.keys(Keys.ESCAPE);

        console.seeNoMore("Single keys do something");
        assertThat(console.focused().getDomAttribute("aria-label")).isEqualTo(row);
    }

    @Test
    void theSearchShouldTakeTextAndNoCommands() {
        goTo("f", "/console/failures");
        console.settle();

        console.keys("/");
        console.keys("gaj?");

        awaitPath("/console/failures?q=gaj%3F");
    }

    @Test
    void singleKeysShouldDoNothingWhenSwitchedOff() {
        console.script("localStorage.setItem('lethe.keys', 'off')");

        console.keys("g", "f");
        console.keys("?");

        assertThat(console.path()).isEqualTo("/console/overview");
        assertThat(console.all("dialog[open]")).isEmpty();
    }

    private static void goTo(String letter, String path) {
        console.keys("g", letter);
        awaitPath(path);
    }

    private static void awaitPath(String path) {
        Awaitility.await().untilAsserted(() -> assertThat(console.path()).isEqualTo(path));
    }
}
