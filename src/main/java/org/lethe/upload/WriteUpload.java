package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.lethe.problem.Problem;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.FileKey;
import org.lethe.storage.FileSink;
import org.lethe.storage.Storages;

/** Streams a body to every storage at the same time, hashing and counting it on the way. */
@Dependent
class WriteUpload {

    private static final int BUFFER_BYTES = 128 * 1024;

    private final Storages storages;
    private final long maxBytes;
    private final Duration limit;

    @Inject
    WriteUpload(Storages storages, LetheSettings settings) {
        this.storages = storages;
        this.maxBytes = settings.upload().maxBytes();
        // An intent that is older than its limit is given up; a body that is still coming then must have ended before.
        this.limit = settings.upload().intentLimit().dividedBy(2);
    }

    /**
     * Writes the body; on return it is synced to disk everywhere.
     *
     * @param check looks at what arrived before it is made to last, and throws to refuse it
     */
    StoredBytes toEveryStorage(FileKey key, InputStream body, Consumer<StoredBytes> check) {
        try (FileSink sink = storages.create(key)) {
            StoredBytes written = copy(body, sink);
            check.accept(written);
            sink.commit();
            return written;
        } catch (IOException connectionLost) {
            throw Problem.malformed("The body ended before it was complete. Upload the photo again.")
                    .exception(connectionLost);
        }
    }

    private StoredBytes copy(InputStream body, FileSink sink) throws IOException {
        MessageDigest digest = sha256();
        Instant deadline = Instant.now().plus(limit);
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        for (int read = body.readNBytes(buffer, 0, BUFFER_BYTES);
                read > 0;
                read = body.readNBytes(buffer, 0, BUFFER_BYTES)) {
            bytes += read;
            requireWithinLimits(bytes, deadline);
            digest.update(buffer, 0, read);
            sink.write(buffer, 0, read);
        }
        return new StoredBytes(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private void requireWithinLimits(long bytes, Instant deadline) {
        if (bytes > maxBytes) {
            throw Problem.tooLarge(maxBytes).exception();
        }
        if (Instant.now().isAfter(deadline)) {
            throw Problem.conflict(
                            "upload-given-up",
                            "The upload took longer than " + limit + " and was given up. Upload it again.")
                    .exception();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
