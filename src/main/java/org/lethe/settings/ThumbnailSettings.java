package org.lethe.settings;

/**
 * Thumbnails.
 *
 * @param sessions drawn at the same time, on each node
 * @param small the longest side in pixels
 * @param large the longest side in pixels
 * @param maxBytes an original that is larger gets none: it is read into the memory
 * @param maxPixels an original with more gets none
 */
public record ThumbnailSettings(int sessions, int small, int large, long maxBytes, long maxPixels) {}
