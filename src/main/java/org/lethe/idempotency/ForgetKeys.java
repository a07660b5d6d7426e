package org.lethe.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.lethe.serving.Chore;
import org.lethe.serving.ServingBegan;

/** Forgets keys a day after they were used, in steps that nobody notices; and frees those that a dead node had reserved. */
@ApplicationScoped
class ForgetKeys implements Chore {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int STEP = 1000;
    private static final int MOST_STEPS = 60;

    @Inject
    IdempotencyKeys keys;

    /** This node's transactions have been recovered by now: what it had begun is done, or never was. */
    void freeOwn(@Observes ServingBegan began) {
        keys.freeOwn();
    }

    @Override
    public String name() {
        return "forget idempotency keys";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void round() {
        int step = 1;
        while (keys.forget(STEP) == STEP && step < MOST_STEPS) {
            step++;
        }
    }
}
