package org.lethe.settings;

/**
 * How many requests a second one account may make on this node, of each kind, and one address without an account. Ten
 * seconds' worth of them may come at once. 0: as many as they like.
 *
 * @param anonymous from one address, without valid credentials
 */
public record RateSettings(int reads, int downloads, int writes, int deletes, int uploads, int anonymous) {}
