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
 * What is refused before anybody is recognised, because that costs a question to the database, and often the comparison of
 * a password: what would find neither a place nor a queue, and who came without valid credentials too often of late, by
 * address, so that guessing a password is slow. Safe for use by many threads.
 */
@ApplicationScoped
public class Gate {

    static final String KIND = "anonymous";

    private final Admission admission;
    private final RateLimits limits;
    private final ClientAddresses addresses;

    @Inject
    Gate(Admission admission, RateLimits limits, ClientAddresses addresses) {
        this.admission = admission;
        this.limits = limits;
        this.addresses = addresses;
    }

    /** For the proxy. */
    Gate() {
        this(null, null, null);
    }

    /**
     * 503 or 429; empty when the request may go on.
     *
     * @param withToken whether an API token is brought: it is looked up as cheaply as a refusal is answered
     */
    public Optional<Problem> refusal(HttpServletRequest request, boolean withToken) {
        RequestKind kind = RequestKind.of(request);
        if (admission.isFull(kind)) {
            return Optional.of(Admission.refusal(kind));
        }
        return !withToken && limits.isUsedUp(KIND, addresses.of(request)) ? Optional.of(tooOften()) : Optional.empty();
    }

    /** Counts a request by which nobody was recognised. */
    public void failed(HttpServletRequest request) {
        take(request);
    }

    Optional<Quota> take(HttpServletRequest request) {
        return limits.take(KIND, addresses.of(request));
    }

    private static Problem tooOften() {
        return Problem.of(
                        "too-many-requests", 429, "Too many requests without valid credentials came from this address.")
                .withRetryAfter(Duration.ofSeconds(1))
                .withExtra(Map.of("quota", KIND));
    }
}
