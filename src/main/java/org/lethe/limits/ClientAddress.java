package org.lethe.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lethe.settings.LetheSettings;

/**
 * Where a request comes from. What {@code X-Forwarded-For} says is believed only as far as trusted proxies have written it:
 * anybody can send that header. Safe for use by many threads.
 */
@ApplicationScoped
public class ClientAddress {

    private final Set<String> trustedProxies;

    @Inject
    ClientAddress(LetheSettings settings) {
        this(settings.rates().trustedProxies());
    }

    ClientAddress(Set<String> trustedProxies) {
        this.trustedProxies = Set.copyOf(trustedProxies);
    }

    /** For the proxy. */
    ClientAddress() {
        this(Set.of());
    }

    /** The address of the last hop that is not a trusted proxy. */
    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"));
    }

    String of(String remote, Enumeration<String> forwardedFor) {
        List<String> hops = Collections.list(forwardedFor).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList();
        String address = remote;
        for (int hop = hops.size() - 1; hop >= 0 && trustedProxies.contains(address); hop--) {
            address = hops.get(hop);
        }
        return address;
    }
}
