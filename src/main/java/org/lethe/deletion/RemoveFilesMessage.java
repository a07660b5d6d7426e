package org.lethe.deletion;

import java.util.List;
import java.util.UUID;
import org.lethe.storage.StorageId;

/**
 * Asks for a chunk of files to be removed from one storage. It names rows, never files: what is removed is what the
 * rows say when it is removed.
 *
 * @param generation the rows must still be of this generation; an older message has nothing to do
 */
public record RemoveFilesMessage(UUID deletionId, StorageId storage, int generation, List<Long> removalIds)
        implements RemovalMessage {

    /** Checks and keeps the ids. */
    public RemoveFilesMessage {
        removalIds = List.copyOf(removalIds);
        if (removalIds.isEmpty()) {
            throw new IllegalArgumentException("a chunk names at least one removal");
        }
    }

    /** Whether it carries one file alone: only then is a failure an attempt of that file. */
    boolean isAlone() {
        return removalIds.size() == 1;
    }

    /** The same for one of its files. */
    RemoveFilesMessage alone(long removalId) {
        return new RemoveFilesMessage(deletionId, storage, generation, List.of(removalId));
    }
}
