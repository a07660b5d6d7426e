package org.lethe.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.openqa.selenium.Keys;

@DisplayName("The console while the server does not answer")
class LostConnectionIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    private static final String LOST = "No connection to the server since";
    private static final String GREYED = "return [...document.querySelectorAll('.stale')]"
            + ".filter(one => getComputedStyle(one).filter === 'grayscale(1)').length";

    /** The server answers 503 where the address has what stands in window.refused. */
    private static final String REFUSING = "const send = window.fetch; window.fetch = (path, asked) =>"
            + " window.refused && String(path).includes(window.refused)"
            + " ? Promise.resolve(new Response(JSON.stringify({type: '/problems/database-unavailable', status: 503}),"
            + " {status: 503, headers: {'Content-Type': 'application/problem+json'}})) : send(path, asked)";

    /** What the server tells by itself, over a stream that can be cut: a browser that is offline keeps those that are open. */
    private static final String CUTTABLE = "window.EventSource = (Real => class extends EventTarget {"
            + " constructor(address) { super(); this.address = address; window.stream = this; this.mend(); }"
            + " get readyState() { return this.real.readyState % 2; }"
            + " mend() { this.real = new Real(this.address); for (const type of ['open', 'error', 'overview', 'deletions',"
            + " 'failures']) this.real.addEventListener(type, ({data}) => this.dispatchEvent(new MessageEvent(type, {data}))); }"
            + " cut() { this.real.close(); this.dispatchEvent(new Event('error')); }"
            + " close() { this.real.close(); } })(EventSource)";

    @BeforeEach
    void signedIn() {
        console.open("");
        console.script(CUTTABLE);
        console.comeIn(lethe.newAccount("operator", "admin"));
        console.settle();
    }

    @Test
    void whatIsShownShouldBeGreyAndDatedAndLiveAgainByItself() {
        console.see("Live,");
        assertThat(greyed()).isZero();

        console.cut();
        console.script("window.stream.cut()");

        console.see(LOST);
        console.seeNoMore("Live,");
        assertThat(greyed()).isPositive();
        console.see("As of");
        console.see("Adds up");
        console.seeNoBarriers();

        console.mend();
        console.script("window.stream.mend()");

        console.seeNoMore(LOST);
        console.see("Live,");
        console.awaitTrue("nothing is grey any more", () -> greyed() == 0);
    }

    @Test
    void whatWasNeverThereShouldSayWhyAndComeWhenItCan() {
        console.press("Redelivery");
        console.see("lethe.removal.main");

        console.cut();
        console.press("lethe.removal.main");

        console.see("The server does not answer.");
        console.see(LOST);
        assertThat(console.canPress("Try again")).isTrue();
        console.mend();
        console.see("Longest wait");
        console.seeNoMore(LOST);
        console.seeNoMore("The server does not answer.");
    }

    @Test
    void aRefusalShouldBeSaidWhereItIsAndBeTriedAgainWhenSomebodyWishes() {
        console.script(REFUSING);
        refuse("held-removals");
        console.press("Error policies");
        console.see("Everything else");
        console.see("Parked until their date");
        console.see("The database does not answer.");
        console.seeNoBarriers();
        refuse("error-policies/");
        console.press("Try again");
        console.seeNoMore("The database does not answer.");

        console.keys("j", Keys.ENTER);
        console.see("The database does not answer.");
        refuse("");
        console.press("Try again");

        console.see("What becomes of them");
        console.seeNoMore("The database does not answer.");
    }

    private static void refuse(String address) {
        console.script("window.refused = arguments[0]", address);
    }

    private static long greyed() {
        return (Long) console.script(GREYED);
    }
}
