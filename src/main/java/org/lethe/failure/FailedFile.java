package org.lethe.failure;

import java.util.List;
import java.util.UUID;
import org.lethe.deletion.AffectedFile;

/**
 * A file that a failure is about.
 *
 * @param fileKey the path of the file within its storage
 * @param kind what the file is to its photo, as ORIGINAL
 * @param bytes null when nobody knows
 * @param on what each storage says of it at this moment; null when there are too many to ask for
 */
public record FailedFile(
        UUID photoId,
        String fileKey,
        String kind,
        String filename,
        String contentType,
        Long bytes,
        List<OnStorage> on) {

    /** What one storage says of it. */
    public record OnStorage(String storage, PresenceAnswer answer) {}

    static FailedFile of(AffectedFile file, List<StorageLook> looks) {
        List<OnStorage> on = looks.isEmpty()
                ? null
                : looks.stream()
                        .map(look -> new OnStorage(look.storage().wireName(), look.of(file.key())))
                        .toList();
        return new FailedFile(
                file.photoId(), file.key().path(), file.kind(), file.filename(), file.contentType(), file.bytes(), on);
    }
}
