package org.lethe.it.fault;

import static org.lethe.it.LetheAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.SeedAlbum;

@DisplayName("A small deletion does not wait for a large one")
class SmallBeforeLargeIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final int LARGE = 20_000;

    @Test
    void tenPhotosShouldBeGoneWithinTenSecondsWhileTwentyThousandAreBeingRemoved() {
        LetheClient owner = lethe.newOwner();
        UUID large = owner.createAlbum("Large");
        UUID small = owner.createAlbum("Small", 10);
        SeedAlbum.add(lethe, large, LARGE);
        Deletion ofLarge = owner.deleteAlbum(large);
        owner.await(ofLarge.id(), now -> now.goneOnMain() > 0);

        Deletion ofSmall = owner.awaitOver(owner.deleteAlbum(small).id());

        assertThat(ofSmall).isCompletedFor(10);
        assertThat(Duration.between(time(ofSmall, "requestedAt"), time(ofSmall, "completedAt")))
                .isLessThan(Duration.ofSeconds(10));
        assertThat(owner.deletion(ofLarge.id()).isOver())
                .as("the large one is over already")
                .isFalse();
        assertThat(owner.awaitOver(ofLarge.id())).isCompletedFor(LARGE);
        lethe.invariants()
                .acceptedDeletions(List.of(ofLarge.id(), ofSmall.id()))
                .awaitQuiet()
                .assertHolds();
    }

    private static Instant time(Deletion deletion, String name) {
        return Instant.parse(deletion.json().getString(name));
    }
}
