package org.lethe.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.lethe.serving.Chore;
import org.lethe.settings.LetheSettings;

/** Forgets failed password checks that are forgiven by now. */
@ApplicationScoped
class ForgetAttempts implements Chore {

    @Inject
    SignInAttempts attempts;

    @Inject
    LetheSettings settings;

    @Override
    public String name() {
        return "forget failed sign-ins";
    }

    @Override
    public Duration period() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void round() {
        attempts.forget(settings.lockOut().forgivenAfter());
    }
}
