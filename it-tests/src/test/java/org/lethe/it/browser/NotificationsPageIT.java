package org.lethe.it.browser;

import static org.lethe.it.LetheAssertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("Notification channels in the console")
class NotificationsPageIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    @Test
    void aChannelShouldBeAddedTestedAndDeletedAndItsSecretNeverShown() {
        LetheClient admin = lethe.newAccount("operator", "admin");
        String name = "it-" + UUID.randomUUID();
        console.signIn(admin);
        console.open("notifications/channels/new");

        console.fill("Name", name);
        console.fill("Webhook URL", "https://nobody.invalid/services/T0/B0/very-secret");
        console.press("Save");
        console.fill("Reason", "We want to hear of it");
        console.press("Add a channel");
        console.see("The channel is there. Test it now.");
        console.see("Last delivered");
        console.press("Send a test");
        console.see("Not delivered");

        assertThat((String) console.script("return document.documentElement.outerHTML"))
                .doesNotContain("very-secret");
        console.press("Delete");
        console.fill("Reason", "Nobody is there");
        console.fill("This cannot be undone. Type “" + name + "” to go on.", name);
        console.press("Delete");
        console.see("Deleted.");
        console.seeNoMore(name);
    }

    @Test
    void anOperatorShouldSeeWhatWasSentAndNoChannels() {
        console.signIn(lethe.newAccount("operator"));

        console.open("notifications");

        console.see("One notice for each cause and storage");
        assertThat(console.canPress("Channels")).isFalse();
    }
}
