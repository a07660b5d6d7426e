package org.lethe.settings;

import java.time.Duration;

/**
 * How many requests this node carries out at once, of each kind.
 *
 * @param queue how many more of each kind may wait
 * @param patience for so long at most
 * @param body the whole body of one that uploads nothing must be here after so long
 * @param uploadMebibyte each next MiB of an upload's body must be here after so long
 */
public record AdmissionSettings(
        int reads,
        int downloads,
        int writes,
        int deletes,
        int uploads,
        int queue,
        Duration patience,
        Duration body,
        Duration uploadMebibyte) {}
