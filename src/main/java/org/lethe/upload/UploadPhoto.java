package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.lethe.photo.Photo;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Takes a photo: announces it, writes it to every storage at the same time, and only then calls it STORED. When this
 * returns, every storage holds the file, synced to disk. When it throws, the photo does not exist for anybody, and
 * what was written is removed without the caller waiting for it.
 */
@Dependent
class UploadPhoto {

    private final UploadIntents intents;
    private final WriteUpload write;

    @Inject
    UploadPhoto(UploadIntents intents, WriteUpload write) {
        this.intents = intents;
        this.write = write;
    }

    /**
     * Uploads one photo.
     *
     * @throws ProblemException 404 when the owner has no such album, 413 when it is too large, 422 when it is empty or
     *     its digest is another
     * @throws org.lethe.storage.StorageException when a storage does not take it
     */
    Photo upload(UUID owner, UploadRequest request, InputStream body) {
        UploadIntent intent = intents.open(owner, request);
        boolean stored = false;
        try {
            StoredBytes bytes = write.toEveryStorage(intent.key(), body, actual -> check(request, actual));
            Photo photo = intents.stored(intent, request, bytes);
            stored = true;
            return photo;
        } finally {
            if (!stored) {
                intents.abandon(intent.photoId(), owner);
            }
        }
    }

    private static void check(UploadRequest request, StoredBytes actual) {
        if (actual.bytes() == 0) {
            throw Problem.unprocessable(
                            "empty-file", "The body is empty. Send the photo's bytes as the body.", Map.of())
                    .exception();
        }
        request.digest().filter(expected -> !expected.equals(actual.sha256())).ifPresent(expected -> {
            throw Problem.unprocessable(
                            "digest-mismatch",
                            "The bytes that arrived have the SHA-256 " + actual.sha256() + ", not " + expected
                                    + " as Content-Digest says. Send the photo again.",
                            Map.of())
                    .exception();
        });
    }
}
