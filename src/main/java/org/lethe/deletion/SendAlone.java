package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.lethe.storage.FileFailure;
import org.lethe.storage.FileKey;

/**
 * Isolates files that failed in their chunk: each goes on in a row and a message of its own, so that the broker retries
 * it and nothing else. That it failed in the chunk is kept, but uses up none of its attempts.
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

    /** Takes the failed files out of their chunk. */
    void send(long chunk, Map<FileKey, FileFailure> failed) {
        if (failed.isEmpty()) {
            return;
        }
        Map<FileKey, RemoveFilesMessage> alone = removals.separate(chunk, failed.keySet());
        failed.forEach((key, failure) -> attempts.addInChunk(alone.get(key), failure));
        messages.sendAll(alone.values(), Urgency.ALONE);
    }
}
