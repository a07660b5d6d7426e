package org.lethe.redelivery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lethe.broker.Queues;

/** A queue whose redelivery can be read, and what may be set of it. */
enum ManagedQueue {
    PLAN(Queues.PLAN, Attempts.END_IN_A_FAILURE),
    MAIN(Queues.MAIN, Attempts.END_IN_A_FAILURE),
    BACKUP(Queues.BACKUP, Attempts.END_IN_A_FAILURE),
    THUMBNAIL(Queues.THUMBNAIL, Attempts.NEVER_END),
    CALLBACK(Queues.CALLBACK, Attempts.END_IN_A_FAILURE),
    NOTIFICATION(Queues.NOTIFICATION, Attempts.END_IN_A_FAILURE),
    DEAD(Queues.DEAD, Attempts.NEVER_END),
    EXPIRED(Queues.EXPIRED, Attempts.NEVER_END),
    CALLBACK_DEAD(Queues.CALLBACK_DEAD, Attempts.NEVER_END),
    NOTIFICATION_DEAD(Queues.NOTIFICATION_DEAD, Attempts.NEVER_END);

    /** What comes of a message that fails each time. */
    enum Attempts {
        /** It becomes a failure that a person handles; a callback or a notification, one that is seen at it. */
        END_IN_A_FAILURE,
        /** It is tried again for as long as it takes: a row says what has to be done, or nothing comes after this queue. */
        NEVER_END
    }

    static final List<ManagedQueue> ALL = List.of(values());

    private final String queue;
    private final Attempts attempts;

    ManagedQueue(String queue, Attempts attempts) {
        this.queue = queue;
        this.attempts = attempts;
    }

    /** The name at the broker. */
    String queue() {
        return queue;
    }

    static Optional<ManagedQueue> find(String queue) {
        return Arrays.stream(values())
                .filter(managed -> managed.queue.equals(queue))
                .findFirst();
    }

    boolean endsInAFailure() {
        return attempts == Attempts.END_IN_A_FAILURE;
    }

    /** Whether people may change it; the ends of the line are as the broker's configuration has them. */
    boolean isChangeable() {
        return this != DEAD && this != EXPIRED && this != CALLBACK_DEAD && this != NOTIFICATION_DEAD;
    }

    /** Whether what is taken from it is cut into chunks. */
    boolean cutsChunks() {
        return this == PLAN;
    }
}
