package org.lethe.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.lethe.serving.Chore;

/** Removes the rows of sessions that are over. */
@ApplicationScoped
class ForgetSessions implements Chore {

    private static final int AT_ONCE = 10_000;

    @Inject
    AccountSessions sessions;

    @Override
    public String name() {
        return "forget sessions";
    }

    @Override
    public Duration period() {
        return Duration.ofMinutes(10);
    }

    @Override
    @Transactional
    public void round() {
        sessions.forget(AT_ONCE);
    }
}
