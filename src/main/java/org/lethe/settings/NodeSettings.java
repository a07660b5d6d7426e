package org.lethe.settings;

/**
 * Which node this is.
 *
 * @param name stable over restarts and unique in the installation: transaction recovery relies on it
 */
public record NodeSettings(String name) {}
