package org.lethe.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lethe.settings.LetheSettings;

/**
 * From which address a request comes: that of the connection or, where that is a proxy of the settings, what the proxy
 * says in {@code X-Forwarded-For}. Of what stands there only the last that is no such proxy counts: whatever stands before
 * it, the client itself may have written. Safe for use by many threads.
 */
@ApplicationScoped
public class ClientAddresses {

    private static final String HEADER = "X-Forwarded-For";

    private final List<AddressRange> proxies;

    @Inject
    ClientAddresses(LetheSettings settings) {
        this(settings.http().trustedProxies());
    }

    ClientAddresses(List<String> proxies) {
        this.proxies =
                proxies.stream().map(AddressRange::of).flatMap(Optional::stream).toList();
    }

    /** For the proxy. */
    ClientAddresses() {
        this(List.of());
    }

    /** As text, without a name being looked up. */
    public String of(HttpServletRequest request) {
        String forwarded = Collections.list(request.getHeaders(HEADER)).stream().collect(Collectors.joining(","));
        return of(request.getRemoteAddr(), forwarded);
    }

    String of(String connected, String forwarded) {
        String client = connected;
        List<String> hops = Arrays.asList(forwarded.split(",", -1));
        for (int i = hops.size() - 1; i >= 0 && isProxy(client); i--) {
            Optional<InetAddress> hop = AddressRange.address(hops.get(i).strip());
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get().getHostAddress();
        }
        return client;
    }

    private boolean isProxy(String address) {
        Optional<InetAddress> known = AddressRange.address(address);
        return known.isPresent() && proxies.stream().anyMatch(range -> range.has(known.get()));
    }
}
