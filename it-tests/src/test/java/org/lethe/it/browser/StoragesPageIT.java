package org.lethe.it.browser;

import static org.lethe.it.LetheAssertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Breaker;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;
import org.lethe.it.StorageDirectory.Outage;

@DisplayName("The storages and their breakers in the console")
class StoragesPageIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    @AfterEach
    void noBreakerOpensByItself() {
        List.of("main", "backup").forEach(storage -> new Breaker(lethe.admin(), storage).never());
    }

    @Test
    @SuppressWarnings("try") // the outage ends with the block
    void aBreakerShouldBeSeenToOpenAndToCloseByItself() {
        LetheClient owner = lethe.newOwner();
        List<Photo> photos = owner.photos(owner.createAlbum("Far away", 4));
        console.signIn(lethe.newAccount("operator"));
        new Breaker(lethe.admin(), "backup").quick();
        List<Deletion> deletions;

        try (Outage outage = lethe.backup().unmounted()) {
            deletions =
                    photos.stream().map(photo -> owner.deletePhoto(photo.id())).toList();
            console.see("Closed by its breaker");
            console.press("Storages");
            console.see("Holds removals");
            console.see("Its removals are held until it answers again");
        }

        console.open("storages/backup");
        console.see("Lets removals through");
        console.see("by itself");
        assertThat(deletions).allSatisfy(deletion -> assertThat(owner.awaitOver(deletion.id()))
                .isCompletedFor(1));
        console.see("in a row, the last: ");
        console.choose("ko");
        console.see("회, 마지막 오류: ");
        assertThat(console.text()).doesNotContain("in a row", "has succeeded");
    }

    @Test
    void aStorageShouldBeHeldByHandUntilSomebodyLetsItGoOn() {
        LetheClient operator = lethe.newAccount("operator");
        console.signIn(operator);
        console.open("storages/main");

        console.press("Hold its removals");
        console.fill("Reason", "Its disks are exchanged");
        console.press("Hold its removals");
        console.see("Held by " + operator.login());
        console.press("Let it go on");
        console.fill("Reason", "The new disks are in");
        console.press("Let it go on");

        console.see("Nothing is held.");
        console.see("The new disks are in");
        assertThat(console.canPress("Limits")).isFalse();
    }

    @Test
    void limitsThatSomebodyElseChangedShouldBeShownFirst() {
        console.expectRefusals();
        LetheClient admin = lethe.newAccount("operator", "admin");
        String api = "api/admin/storages/main/breaker";
        console.signIn(admin);
        console.open("storages/main");
        console.press("Limits");
        console.see("When Main is held");
        String theirs = "{\"limits\": {\"errors\": 7, \"windowMillis\": 60000, \"probeIntervalMillis\": 5000,"
                + " \"longestProbeIntervalMillis\": 60000, \"successes\": 2}, \"reason\": \"Seven are enough\"}";
        admin.send(admin.request(api)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .PUT(BodyPublishers.ofString(theirs)))
                .expect(200);

        console.fill("Good probes", "3");
        console.fill("Reason", "Two may be luck");
        console.press("Save");

        console.see("Nothing of yours was saved.");
        console.see("7");
        console.press("Save");
        console.see("Saved.");
    }
}
