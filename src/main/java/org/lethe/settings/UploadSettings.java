package org.lethe.settings;

import java.time.Duration;

/**
 * Limits of an upload.
 *
 * @param maxBytes largest file that is accepted
 * @param maxPixels most pixels of one picture, as its header says before anything is decoded
 * @param maxFiles most files in one request
 * @param quota bytes that an owner may hold for whom no other number is set
 * @param maxOpen most resumable uploads of one owner that are open
 * @param expiry a resumable upload that nobody goes on with is given up after so long
 * @param intentLimit an upload that has not ended after so long is abandoned, and its files are removed
 */
public record UploadSettings(
        long maxBytes, long maxPixels, int maxFiles, long quota, int maxOpen, Duration expiry, Duration intentLimit) {}
