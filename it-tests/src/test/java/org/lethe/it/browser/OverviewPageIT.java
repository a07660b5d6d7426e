package org.lethe.it.browser;

import static org.lethe.it.LetheAssertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("The overview and the deletions in the console")
class OverviewPageIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    @Test
    void itShouldGoOnByItselfOverOneConnection() {
        LetheClient owner = lethe.newOwner();
        UUID album = owner.createAlbum("Seen on its way", 3);
        console.open("");
        console.script("window.opened = 0; window.EventSource = class extends EventSource {"
                + " constructor(address) { super(address); window.opened++; } }");
        console.comeIn(lethe.newAccount("operator"));
        console.see("Live,");
        long before = requested();

        Deletion deletion = owner.awaitOver(owner.deleteAlbum(album).id());
        console.awaitTrue("more was requested", () -> requested() > before);

        assertThat(deletion).isCompletedFor(3);
        console.press("Deletions");
        console.see(deletion.id().toString());
        assertThat(console.script("return window.opened"))
                .as("connections for events")
                .isEqualTo(1L);
    }

    @Test
    void whatTheBrokerDoesNotSayShouldNotBeMadeUp() {
        console.open("");
        console.script("window.EventSource = class extends EventTarget { close() {} };"
                + " const send = window.fetch; window.fetch = async (path, asked) => { const answer = await send(path, asked);"
                + " if (!path.startsWith('/api/admin/overview')) return answer;"
                + " const seen = {...await answer.json(), brokerAnswers: false, queuesAt: '2026-05-04T10:15:30Z'};"
                + " return new Response(JSON.stringify(seen), {headers: {'Content-Type': 'application/json'}}); }");
        console.comeIn(lethe.newAccount("operator"));

        console.see("– messages");
        console.see("As the broker said at");
        console.see("Unknown");
        assertThat(console.text()).doesNotContain("0 messages", " consumer");
        assertThat(console.all("table.stale")).hasSize(1);
    }

    @Test
    void aDeletionShouldBeFoundByItsOwnerAndTellItsStory() {
        LetheClient owner = lethe.newOwner();
        Deletion deletion =
                owner.awaitOver(owner.deleteAlbum(owner.createAlbum("Found", 2)).id());
        console.signIn(lethe.newAccount("operator"));
        console.open("deletions");

        console.fill("Owner", owner.login());
        console.see("Album · 2 photos");
        console.seeNoMore("Album · 3 photos");
        console.press("Album · 2 photos");

        console.see(deletion.id().toString());
        console.see("All gone");
        console.see("Completed");
        assertThat(console.path()).isEqualTo("/console/deletions/" + deletion.id());
    }

    private static long requested() {
        return (Long) console.script("return Number(document.querySelector('.sum b').innerText.replace(/\\D/g, ''))");
    }
}
