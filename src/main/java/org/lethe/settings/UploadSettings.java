package org.lethe.settings;

import java.time.Duration;

/**
 * Limits of an upload.
 *
 * @param maxBytes largest file that is accepted
 * @param maxPixels most pixels of one picture, as its header says before anything is decoded
 * @param maxFiles most files in one request
 * @param quota bytes that an owner may hold for whom no other number is set
 * @param intentLimit an upload that has not ended after so long is abandoned, and its files are removed
 */
public record UploadSettings(long maxBytes, long maxPixels, int maxFiles, long quota, Duration intentLimit) {}
