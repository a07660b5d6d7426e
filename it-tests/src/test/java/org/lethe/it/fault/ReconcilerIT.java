package org.lethe.it.fault;

import static org.lethe.it.LetheAssertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A message that is lost costs time and no file")
class ReconcilerIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;

    @BeforeAll
    void anOwner() {
        owner = lethe.newOwner();
    }

    @AfterEach
    void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @ParameterizedTest
    @ValueSource(strings = {Broker.PLAN, Broker.MAIN, Broker.BACKUP})
    void rowsWhoseMessageIsLostShouldBeSentAgain(String queue) {
        lethe.broker().pause(queue);
        Deletion deletion = owner.deleteAlbum(owner.createAlbum("Lost on " + queue, 5));
        awaitMessages(queue);

        assertThat(lethe.broker().lose(queue)).isPositive();
        lethe.broker().resume(queue);

        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(5);
        lethe.invariants()
                .acceptedDeletions(List.of(deletion.id()))
                .awaitQuiet()
                .assertHolds();
    }

    @Test
    void rowsWhoseMessageStillWaitsShouldNotBeSentAgain() {
        lethe.broker().pause(Broker.MAIN);
        Deletion waiting = owner.deleteAlbum(owner.createAlbum("Waits on main", 5));
        awaitMessages(Broker.MAIN);
        lethe.broker().pause(Broker.BACKUP);
        Deletion lost = owner.deleteAlbum(owner.createAlbum("Lost on backup", 1));
        awaitMessages(Broker.BACKUP);
        lethe.broker().lose(Broker.BACKUP);
        lethe.broker().resume(Broker.BACKUP);

        owner.await(lost.id(), now -> now.goneOnBackup() > 0); // so the reconciler has been at work

        assertThat(generations(waiting)).containsOnly("1");
        lethe.broker().resume(Broker.MAIN);
        assertThat(owner.awaitOver(waiting.id())).isCompletedFor(5);
        assertThat(owner.awaitOver(lost.id())).isCompletedFor(1);
    }

    @Test
    void aDeletionThatNobodyClosedShouldBeClosed() {
        Deletion over = owner.awaitOver(
                owner.deleteAlbum(owner.createAlbum("Unclosed", 2)).id());

        lethe.database().execute("update deletion set state = 'REMOVING', completed_at = null where id = ?", over.id());

        assertThat(owner.awaitOver(over.id())).isCompletedFor(2);
    }

    private static List<String> generations(Deletion deletion) {
        return lethe.database().texts("select generation from file_removal where deletion_id = ?", deletion.id());
    }

    private static void awaitMessages(String queue) {
        Awaitility.await("a message on " + queue)
                .atMost(LetheClient.DEADLINE)
                .until(() -> lethe.broker().depth(queue).messages() > 0);
    }
}
