package org.lethe.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.lethe.problem.Problem;
import org.lethe.request.ClientAddresses;

/**
 * Limits who asks without valid credentials, by address: to compare a password is costly, and to guess one must be slow.
 * Safe for use by many threads.
 */
@ApplicationScoped
public class AddressLimit {

    static final String KIND = "anonymous";

    private final RateLimits limits;
    private final ClientAddresses addresses;

    @Inject
    AddressLimit(RateLimits limits, ClientAddresses addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    /** For the proxy. */
    AddressLimit() {
        this(null, null);
    }

    /** Counts a request that nobody was recognised by. */
    public void failed(HttpServletRequest request) {
        limits.take(KIND, addresses.of(request));
    }

    /** 429 when too many from this address have failed of late; asked before credentials are looked at. */
    public Optional<Problem> refusal(HttpServletRequest request) {
        return limits.isUsedUp(KIND, addresses.of(request))
                ? Optional.of(Problem.of(
                                "too-many-requests",
                                429,
                                "Too many requests without valid credentials came from this address.")
                        .withRetryAfter(Duration.ofSeconds(1))
                        .withExtra(Map.of("quota", KIND)))
                : Optional.empty();
    }
}
