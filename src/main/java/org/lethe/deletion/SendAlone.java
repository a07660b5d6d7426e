package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.lethe.storage.FileFailure;

/**
 * Isolates a file that failed among others: it goes on in a message of its own and a generation of its own, so that
 * the broker retries it and nothing else. That it failed in the chunk is kept, but uses up none of its attempts.
 */
@Dependent
class SendAlone {

    private final FileRemovals removals;
    private final RemovalAttempts attempts;
    private final RemovalMessages messages;

    @Inject
    SendAlone(FileRemovals removals, RemovalAttempts attempts, RemovalMessages messages) {
        this.removals = removals;
        this.attempts = attempts;
        this.messages = messages;
    }

    void send(RemoveFilesMessage chunk, long removalId, FileFailure failure) {
        attempts.addInChunk(chunk.alone(removalId), failure);
        removals.isolate(removalId, chunk).forEach(alone -> messages.send(alone, Urgency.ALONE));
    }
}
