package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.lethe.serving.Chore;

/** Counts what has happened, tells it when it is due, and tells what is over. */
@Dependent
public class TellPeople implements Chore {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final CountHappenings count;
    private final TellGroups tell;
    private final TellRecoveries recoveries;

    @Inject
    TellPeople(CountHappenings count, TellGroups tell, TellRecoveries recoveries) {
        this.count = count;
        this.tell = tell;
        this.recoveries = recoveries;
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void round() {
        count.count();
        tell.tell();
        recoveries.tell();
    }
}
