package org.lethe.it.fault;

import static org.lethe.it.LetheAssertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Broker;
import org.lethe.it.BrokerState;
import org.lethe.it.Deletion;
import org.lethe.it.ErrorPolicies;
import org.lethe.it.Failure;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;
import org.lethe.it.Pictures;

@DisplayName("A dead letter that cannot be recorded waits, and is recorded once")
class DeadLettersIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @Test
    @Timeout(180)
    void shouldStayOnItsQueueWhileTheDatabaseIsAwayWithoutBeingTriedInALoop() {
        LetheClient owner = lethe.newOwner();
        LetheClient operator = lethe.newAccount("operator");
        Photo photo = owner.upload(owner.createAlbum("Dies while the database is away"), Pictures.saying("1"));
        UUID key = lethe.fileKey(photo.id());
        lethe.main().block(key);
        lethe.broker().pause(Broker.DEAD);
        Deletion deletion;
        try (ErrorPolicies.Added policy = new ErrorPolicies(lethe.admin()).retryingWhatIsNoFile()) {
            assertThat(policy.id()).isNotNull();
            deletion = owner.deletePhoto(photo.id());
            awaitDead(depth -> depth.messages() == 1);
        }

        lethe.installation().database().kill();
        lethe.broker().resume(Broker.DEAD);

        awaitDead(depth -> depth.scheduled() == 1); // it was tried, failed, and waits for its next turn
        assertThat(lethe.broker().depth(Broker.DEAD).messages()).isEqualTo(1);
        lethe.installation().database().start();
        List<Failure> failures = Awaitility.await("the failure")
                .atMost(LetheClient.DEADLINE)
                .ignoreExceptions() // the server finds its database again
                .until(() -> operator.failuresOf(deletion.id()), found -> !found.isEmpty());
        assertThat(failures).hasSize(1);
        Failure failure = operator.failure(failures.get(0).id());
        assertThat(failure).is("OPEN").hasAttempts(Lethe.MAX_ATTEMPTS);
        assertThat(Collections.frequency(failure.timeline(), "dead letter")).isEqualTo(1);
        lethe.invariants()
                .acceptedDeletions(List.of(deletion.id()))
                .awaitQuiet()
                .assertHolds();

        lethe.main().unblock(key);
        operator.retry(failure.id());
        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(1);
        lethe.invariants().awaitQuiet().assertHolds();
    }

    private static void awaitDead(Predicate<BrokerState.Depth> wish) {
        Awaitility.await("the dead letter")
                .atMost(LetheClient.DEADLINE)
                .until(() -> lethe.broker().depth(Broker.DEAD), wish);
    }
}
