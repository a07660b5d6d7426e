package org.lethe.settings;

import java.time.Duration;

/**
 * What a request for deletion may ask for.
 *
 * @param restoreWindow how long a deletion can be taken back before its files go; 0 to 90 days
 * @param maxPhotos ids in one bulk call
 */
public record DeletionSettings(Duration restoreWindow, int maxPhotos) {}
