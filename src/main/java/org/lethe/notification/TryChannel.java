package org.lethe.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.lethe.outbound.NotDeliveredException;
import org.lethe.problem.ProblemException;

/** Tries a channel at once, also one that is switched off, outside of any transaction while it does. */
@Dependent
class TryChannel {

    private final TestedChannel tested;
    private final Deliver deliver;

    @Inject
    TryChannel(TestedChannel tested, Deliver deliver) {
        this.tested = tested;
        this.deliver = deliver;
    }

    /** @throws ProblemException 404 when there is none */
    TestView test(UUID id) {
        Channel channel = tested.begun(id);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Group none = new Group(What.TEST.subject(), "", "", "");
        Notice notice = new Notice(UuidCreator.getTimeOrderedEpoch(), id, What.TEST, none, "", 0, now, now, now);
        long begin = System.nanoTime();
        try {
            Delivery delivery = deliver.to(channel, notice);
            if (delivery.isTaken()) {
                tested.arrived(id);
            }
            return view(delivery, delivery.isTaken() ? null : delivery.error(), begin);
        } catch (NotDeliveredException failed) {
            return view(new Delivery(null, null), failed.getMessage(), begin);
        }
    }

    private static TestView view(Delivery delivery, String error, long begin) {
        long took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        return new TestView(error == null, delivery.status(), delivery.said(), error, took);
    }
}
