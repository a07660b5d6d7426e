package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.lethe.media.MediaFormat;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.UploadSettings;
import org.lethe.upload.WriteUpload.Written;

/**
 * Takes a photo: announces it, writes it to every storage at the same time, and only then calls it STORED. When this
 * returns, every storage holds the file, synced to disk. When it throws, the photo does not exist for anybody, and
 * what was written is removed without the caller waiting for it.
 */
@Dependent
class UploadPhoto {

    private final UploadIntents intents;
    private final WriteUpload write;
    private final UploadSettings settings;

    @Inject
    UploadPhoto(UploadIntents intents, WriteUpload write, LetheSettings settings) {
        this.intents = intents;
        this.write = write;
        this.settings = settings.upload();
    }

    /**
     * Uploads one photo, unless the album has the same bytes already. Its type is what its first bytes say; only then is it announced.
     *
     * @throws ProblemException 404 when the owner has no such album, 413 when it is too large, 415 when it is of no type
     *     that is accepted, 422 when it is empty, does not fit into the quota, has too many pixels, or its digest is another
     * @throws org.lethe.storage.StorageException when a storage does not take it
     */
    Uploaded upload(UUID owner, UploadRequest request, InputStream body) {
        IncomingFile file = begin(request, body);
        MediaFormat format = format(file);
        UploadIntent intent = intents.open(owner, request, format);
        boolean stored = false;
        try {
            file.beside(intent.before());
            Written written = write.toEveryStorage(intent.key(), file, format, actual -> check(request, actual));
            Uploaded uploaded = intents.stored(intent, request, written);
            stored = !uploaded.isDuplicate();
            return uploaded;
        } finally {
            if (!stored) {
                intents.abandon(intent.photoId(), owner);
            }
        }
    }

    private IncomingFile begin(UploadRequest request, InputStream body) {
        // An intent that is older than its limit is given up; a body that is still coming then must have ended before.
        UploadLimits limits =
                UploadLimits.of(settings.maxBytes(), settings.intentLimit().dividedBy(2));
        limits.require(request.announcedBytes());
        try {
            return new IncomingFile(body, limits);
        } catch (IOException connectionLost) {
            throw WriteUpload.cutOff(connectionLost);
        }
    }

    private static MediaFormat format(IncomingFile file) {
        if (file.isEmpty()) {
            throw Problem.unprocessable(
                            "empty-file", "The body is empty. Send the photo's bytes as the body.", Map.of())
                    .exception();
        }
        return MediaFormat.of(file.head()).orElseThrow(() -> Problem.unsupportedMediaType(
                        "The bytes are of no type that is accepted, whatever their name or Content-Type says."
                                + " Accepted are " + MediaFormat.accepted() + ".")
                .withExtra(Map.of("accepted", WriteUpload.acceptedTypes()))
                .exception());
    }

    private static void check(UploadRequest request, StoredBytes actual) {
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
