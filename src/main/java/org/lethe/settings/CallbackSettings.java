package org.lethe.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How owners are called back when a deletion ends.
 *
 * @param key what all signing secrets are derived from, the same on every node; empty: nobody is called back
 * @param timeout the whole of one call, from looking up the name to the status of the answer
 * @param sessions calls at the same time, on each node
 * @param overdue a callback without an attempt for so long is sent again; must be longer than the longest wait between two
 * @param allowPrivate whether addresses are called that are not public
 * @param allowHttp whether addresses are called without TLS
 */
public record CallbackSettings(
        Optional<Secret> key,
        Duration timeout,
        int sessions,
        Duration overdue,
        boolean allowPrivate,
        boolean allowHttp) {}
