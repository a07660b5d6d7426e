package org.lethe.failure;

import java.util.List;
import org.lethe.deletion.AffectedFile;
import org.lethe.storage.FileKey;

/**
 * A failure with all that the database knows of it.
 *
 * @param message as the broker had it; null when nobody knows
 * @param isNeeded whether a deletion cannot go on without it, so that it can only be sent again
 */
record FoundFailure(
        Failure row, List<AffectedFile> files, List<FailureEvent> timeline, String message, boolean isNeeded) {

    List<FileKey> keys() {
        return files.stream().map(AffectedFile::key).toList();
    }
}
