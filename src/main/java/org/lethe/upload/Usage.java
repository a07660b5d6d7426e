package org.lethe.upload;

import java.util.Map;
import org.lethe.problem.Problem;

/**
 * What an owner holds.
 *
 * @param photos that the owner can see
 * @param bytes of those; a deletion lowers it at once, a restore raises it again
 * @param uploadingBytes announced by uploads that are under way
 * @param quotaBytes how many bytes both may be together
 */
record Usage(long photos, long bytes, long uploadingBytes, long quotaBytes) {

    /** Lets pass what still fits; of a file of unknown length, when anything does. */
    void requireRoomFor(long announced) {
        long wanted = Math.max(announced, 1);
        if (wanted > quotaBytes - bytes - uploadingBytes) {
            throw Problem.unprocessable(
                            "quota-exceeded",
                            "Of " + quotaBytes + " bytes " + bytes + " are used and " + uploadingBytes
                                    + " more are being uploaded, so this file does not fit. Delete photos, or ask an"
                                    + " administrator for more.",
                            Map.of("quotaBytes", quotaBytes, "bytes", bytes, "uploadingBytes", uploadingBytes))
                    .exception();
        }
    }
}
