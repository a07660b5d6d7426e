package org.lethe.it.browser;

import static org.lethe.it.LetheAssertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.openqa.selenium.Keys;

@DisplayName("Coming into the console")
class SignInPageIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    @Test
    void whoSignsInShouldSeeWhatTheAddressMeans() {
        LetheClient operator = lethe.newAccount("operator");
        console.open("audit?actor=" + operator.login());

        console.fill("Login", operator.login());
        console.fill("Password", lethe.passwordOf(operator) + Keys.ENTER);

        console.see("Signed in");
        assertThat(console.path()).isEqualTo("/console/audit?actor=" + operator.login());
    }

    @Test
    void aWrongPasswordShouldBeSaid() {
        console.expectRefusals();
        LetheClient operator = lethe.newAccount("operator");
        console.open("");

        console.fill("Login", operator.login());
        console.fill("Password", "not the password");
        console.press("Sign in");

        console.see("Login or password is not right.");
        console.seeNoBarriers();
        console.size(360, 740);
        console.seeNoBarriers();
        assertThat(console.script("return document.documentElement.scrollWidth"))
                .isEqualTo(360L);
        assertThat(console.focused().getDomAttribute("type")).isEqualTo("password");
    }

    @Test
    void whoSignsOutShouldBeOut() {
        console.expectRefusals();
        console.signIn(lethe.newAccount("operator"));

        console.press("Sign out");
        console.see("Password");
        console.open("audit");

        console.see("Password");
    }

    @Test
    void aSessionThatEndsElsewhereShouldBeSaidAndGoOn() {
        console.expectRefusals();
        LetheClient operator = lethe.newAccount("operator");
        console.signIn(operator);
        console.press("Audit");
        console.see("Verify the chain");
        lethe.database().execute("delete from account_session");

        // unless the page has noticed by itself
        console.script(
                "[...document.querySelectorAll('main button')].find(one => one.textContent.includes('Verify'))?.click()");
        console.see("Your session has ended.");
        console.fill("Login", operator.login());
        console.fill("Password", lethe.passwordOf(operator) + Keys.ENTER);

        console.see("Verify the chain");
    }

    @Test
    void anOwnerShouldSeeTheirTokensOnly() {
        console.signIn(lethe.newOwner());

        console.see("No tokens");
        assertThat(console.canPress("Overview")).isFalse();
        assertThat(console.canPress("Failures")).isFalse();
    }
}
