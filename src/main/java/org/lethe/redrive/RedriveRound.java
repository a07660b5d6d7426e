package org.lethe.redrive;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.lethe.log.LogEvent;
import org.lethe.serving.Chore;

/** Drives all redrives on, every second. What a node that dies leaves over, the next round goes on with. */
@Dependent
class RedriveRound implements Chore {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final FindRedrives find;
    private final NoteOutcomes note;
    private final SendNextItems next;

    @Inject
    RedriveRound(FindRedrives find, NoteOutcomes note, SendNextItems next) {
        this.find = find;
        this.note = note;
        this.next = next;
    }

    @Override
    public String name() {
        return "redrives";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    /** One that cannot go on now holds up no other. */
    @Override
    public void round() {
        for (UUID redrive : find.toDrive()) {
            try {
                drive(redrive);
            } catch (RuntimeException failed) {
                LogEvent.REDRIVE_DELAYED.log(redrive, failed.getMessage());
            }
        }
    }

    /** For as long as its pace allows it, and no longer than a second, so that others have their turn. */
    private void drive(UUID redrive) {
        long begun = System.nanoTime();
        note.of(redrive);
        boolean more = true;
        while (more && System.nanoTime() - begun < PERIOD.toNanos()) {
            more = next.step(redrive);
        }
    }
}
