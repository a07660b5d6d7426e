package org.lethe.settings;

import java.time.Duration;

/**
 * Sessions of the console.
 *
 * @param life a session ends after so long, whatever happens
 * @param idle a session ends when nothing is asked for so long; exact to a minute
 * @param alwaysSecureCookie whether the cookie is for TLS only even where TLS ends before Lethe, and cannot be seen
 */
public record SessionSettings(Duration life, Duration idle, boolean alwaysSecureCookie) {}
