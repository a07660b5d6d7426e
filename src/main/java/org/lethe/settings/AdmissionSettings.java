package org.lethe.settings;

import java.time.Duration;

/**
 * How many requests this node carries out at once, of each kind.
 *
 * @param queue how many more of each kind may wait
 * @param patience for so long at most
 */
public record AdmissionSettings(
        int reads, int downloads, int writes, int deletes, int uploads, int queue, Duration patience) {}
