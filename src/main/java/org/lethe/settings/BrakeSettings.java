package org.lethe.settings;

import java.time.Duration;

/**
 * When a deletion is held until it is confirmed.
 *
 * @param share percent of an owner's photos: what would delete more is held; 100 holds nothing
 * @param shareFrom photos: what would delete fewer is not held for its share
 * @param photosPerHour of one owner: what would delete more within an hour is held; 0 holds nothing
 * @param holdLimit how long it is held before it is cancelled
 */
public record BrakeSettings(int share, int shareFrom, int photosPerHour, Duration holdLimit) {

    /** Whether anything is ever held. */
    public boolean isOn() {
        return share < 100 || photosPerHour > 0;
    }
}
