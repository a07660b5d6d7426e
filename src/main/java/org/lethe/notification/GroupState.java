package org.lethe.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a channel was told of a group, and what it was not told yet. Decides when it is told: a first time soon, but not before
 * what happens together is counted; then nothing more within the channel's window, and what happened meanwhile at its end.
 * Immutable.
 *
 * @param untold how many were not told yet
 * @param firstAt the first of them
 * @param lastAt the last of them
 * @param quietUntil nothing is told before
 * @param told how many were told since it was over the last time
 * @param alarmSince the first of those; empty when there is nothing that could be over
 */
record GroupState(
        UUID channel,
        Group group,
        long untold,
        Instant firstAt,
        Instant lastAt,
        Instant quietUntil,
        long told,
        Optional<Instant> alarmSince) {

    /** What does not go on for this part of the time for gathering is told. */
    private static final int PART_WITHOUT_ANOTHER = 5;

    /** Whether what was not told yet is told now. */
    boolean isDue(Instant now, Duration gather) {
        boolean goesOn = now.isBefore(lastAt.plus(gather.dividedBy(PART_WITHOUT_ANOTHER)));
        boolean gathers = now.isBefore(firstAt.plus(gather));
        return untold > 0 && !now.isBefore(quietUntil) && !(goesOn && gathers);
    }

    /** It was told now. */
    GroupState told(Instant now, Duration window) {
        Optional<Instant> since =
                group.subject().canBeOver() ? alarmSince.or(() -> Optional.of(firstAt)) : Optional.empty();
        return new GroupState(channel, group, 0, firstAt, lastAt, now.plus(window), told + untold, since);
    }

    /** Whether it could be over: it was told, and nothing has happened that was not. */
    boolean canBeOver() {
        return alarmSince.isPresent() && untold == 0;
    }

    /**
     * It is over, and so is what was not told of it. What happens next is told when the window ends, so that what comes and goes
     * does not flood anybody.
     */
    GroupState over() {
        return new GroupState(channel, group, 0, firstAt, lastAt, quietUntil, 0, Optional.empty());
    }
}
