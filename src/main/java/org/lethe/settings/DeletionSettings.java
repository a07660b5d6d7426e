package org.lethe.settings;

import java.time.Duration;

/**
 * What a request for deletion may ask for.
 *
 * @param restoreWindow how long a deletion can be taken back before its files go, where the request says nothing
 * @param longestRestoreWindow the most that a request may ask for; up to 90 days
 * @param maxPhotos ids in one bulk call
 * @param snapshotLimit how long a dry run can be carried out
 */
public record DeletionSettings(
        Duration restoreWindow, Duration longestRestoreWindow, int maxPhotos, Duration snapshotLimit) {}
