package org.lethe.limits;

import java.time.Duration;
import org.lethe.settings.AdmissionSettings;

/**
 * How fast a body has to come.
 *
 * @param bytes each next so many of them
 * @param limit within this
 */
record BodyPace(long bytes, Duration limit) {

    private static final long MEBIBYTE = 1 << 20;

    /** An upload may be large, and its client slow, as long as it goes on; anything else is small. */
    static BodyPace of(RequestKind kind, AdmissionSettings settings) {
        return kind == RequestKind.UPLOADS
                ? new BodyPace(MEBIBYTE, settings.uploadMebibyte())
                : new BodyPace(Long.MAX_VALUE, settings.body());
    }
}
