package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lethe.storage.FileFailure;
import org.lethe.storage.FileKey;

/**
 * Isolates files that failed in their chunk: each goes on in a row of its own. What the error policies settle is settled
 * there and then; the others get a message each, so that the broker retries it and nothing else. That it failed in the
 * chunk is kept, but uses up none of its attempts.
 */
@Dependent
class SendAlone {

    private final FileRemovals removals;
    private final RemovalAttempts attempts;
    private final RemovalMessages messages;
    private final ObeyErrorPolicy policies;

    @Inject
    SendAlone(FileRemovals removals, RemovalAttempts attempts, RemovalMessages messages, ObeyErrorPolicy policies) {
        this.removals = removals;
        this.attempts = attempts;
        this.messages = messages;
        this.policies = policies;
    }

    /** Takes the failed files out of their chunk. */
    void send(RemoveFilesMessage chunk, Map<FileKey, FileFailure> failed) {
        if (failed.isEmpty()) {
            return;
        }
        Map<FileKey, RemoveFilesMessage> alone = removals.separate(chunk.removalId(), failed.keySet());
        List<RemoveFilesMessage> again = new ArrayList<>();
        failed.forEach((key, failure) -> {
            FailedAttempt attempt = FailedAttempt.inChunk(AttemptError.of(failure));
            if (!policies.settle(alone.get(key), attempt)) {
                attempts.addInChunk(alone.get(key), attempt);
                policies.retried(chunk, attempt.error());
                again.add(alone.get(key));
            }
        });
        messages.sendAll(again, Urgency.ALONE);
    }
}
