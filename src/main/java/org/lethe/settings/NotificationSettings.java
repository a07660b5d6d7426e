package org.lethe.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How people are told of what they must see to.
 *
 * @param timeout the whole of one call to whoever passes it on
 * @param sessions calls at the same time, on each node
 * @param gather for so long, at most, what happens together is counted before it is told for the first time
 * @param overdue a notification without an attempt for so long is sent again; must be longer than the longest wait between two
 * @param allowPrivate whether addresses are called that are not public
 * @param allowPlain whether calls go without TLS
 * @param publicUrl where people reach this installation, for links to its console; empty: without links
 */
public record NotificationSettings(
        Duration timeout,
        int sessions,
        Duration gather,
        Duration overdue,
        boolean allowPrivate,
        boolean allowPlain,
        Optional<String> publicUrl) {}
