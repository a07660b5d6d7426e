package org.lethe.outbound;

import java.net.InetAddress;
import java.time.Duration;

/**
 * What holds for calls of one purpose.
 *
 * @param timeout the whole of one call, from looking up the name to the status of the answer
 * @param sessions calls at the same time, on each node
 * @param allowPrivate whether addresses are called that are not public
 * @param allowPlain whether calls go without TLS
 */
public record OutboundRules(Duration timeout, int sessions, boolean allowPrivate, boolean allowPlain) {

    /** Whether this address may be called. */
    public boolean allow(InetAddress address) {
        return allowPrivate || PublicAddresses.has(address);
    }
}
