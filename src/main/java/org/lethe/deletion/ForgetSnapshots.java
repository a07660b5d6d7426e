package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.lethe.serving.Chore;

/** Forgets dry runs that nobody carried out. */
@Dependent
public class ForgetSnapshots implements Chore {

    private static final int MOST = 1000;

    private final Snapshots snapshots;

    @Inject
    ForgetSnapshots(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public String name() {
        return "forget snapshots";
    }

    @Override
    public Duration period() {
        return Duration.ofMinutes(1);
    }

    @Override
    @Transactional
    public void round() {
        snapshots.forgetExpired(MOST);
    }
}
