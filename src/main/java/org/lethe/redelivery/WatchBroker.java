package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.lethe.serving.Chore;

/** Makes certain that the broker has what is stored, queue by queue, every few seconds. */
@Dependent
class WatchBroker implements Chore {

    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final SettleWithBroker settle;

    @Inject
    WatchBroker(SettleWithBroker settle) {
        this.settle = settle;
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
        ManagedQueue.ALL.forEach(settle::settle);
    }
}
