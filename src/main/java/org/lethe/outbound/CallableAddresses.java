package org.lethe.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up names for the client and gives it only addresses that may be called: those are what it connects to, so it makes
 * no difference what the name stood for a moment before or after. Literal addresses come here, too.
 */
final class CallableAddresses implements DnsResolver {

    private final Predicate<InetAddress> mayBeCalled;

    CallableAddresses(Predicate<InetAddress> mayBeCalled) {
        this.mayBeCalled = mayBeCalled;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] callable = Arrays.stream(InetAddress.getAllByName(host))
                .filter(mayBeCalled)
                .toArray(InetAddress[]::new);
        if (callable.length == 0) {
            throw new RefusedAddressException();
        }
        return callable;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
