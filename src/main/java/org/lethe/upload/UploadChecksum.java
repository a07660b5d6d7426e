package org.lethe.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What the bytes of one request must hash to (tus 1.0.0, checksum). One thread. */
final class UploadChecksum {

    static final String ALGORITHMS = "sha1,sha256,md5";

    private static final Map<String, String> NAMES = Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5");
    private static final int MISMATCH = 460;

    private final MessageDigest digest;
    private final byte[] expected;

    private UploadChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /**
     * Reads {@code Upload-Checksum}.
     *
     * @throws ProblemException 400 when it is there and cannot be checked
     */
    static Optional<UploadChecksum> of(String header) {
        if (header == null) {
            return Optional.empty();
        }
        String[] parts = header.strip().split(" ", 2);
        try {
            String name = NAMES.get(parts[0]);
            if (name != null && parts.length == 2) {
                return Optional.of(new UploadChecksum(
                        MessageDigest.getInstance(name), Base64.getDecoder().decode(parts[1])));
            }
        } catch (NoSuchAlgorithmException | IllegalArgumentException unreadable) {
            // answered below, as an algorithm that is not known
        }
        throw Problem.malformed(
                        "The checksum cannot be checked.",
                        List.of(new FieldError(
                                "Upload-Checksum",
                                "must be one of " + ALGORITHMS + ", a space, and the hash in Base64")))
                .exception();
    }

    void update(byte[] bytes, int from, int count) {
        digest.update(bytes, from, count);
    }

    /** @throws ProblemException 460 when other bytes came */
    void require() {
        if (!MessageDigest.isEqual(digest.digest(), expected)) {
            throw Problem.of(
                            "checksum-mismatch",
                            MISMATCH,
                            "Other bytes arrived than were sent; none of this request is kept. Send them again.")
                    .exception();
        }
    }
}
