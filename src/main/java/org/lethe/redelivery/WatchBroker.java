package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.lethe.serving.Chore;

/** Makes certain that the broker has what is stored, queue by queue, every few seconds. */
@Dependent
class WatchBroker implements Chore {

    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final LookAtBroker look;

    @Inject
    WatchBroker(LookAtBroker look) {
        this.look = look;
    }

    @Override
    public String name() {
        return "watch over redelivery settings";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void round() {
        ManagedQueue.ALL.forEach(look::at);
    }
}
