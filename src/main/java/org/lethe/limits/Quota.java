package org.lethe.limits;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.lethe.problem.Problem;

/**
 * What is left to somebody after a request was counted.
 *
 * @param limit at once, after a rest of {@link RateLimits#WINDOW}
 * @param allowed whether this request is within it
 * @param remaining so many more at once
 * @param full until it is {@code limit} again; whole seconds
 * @param next until one more is allowed; whole seconds
 */
record Quota(String kind, long limit, boolean allowed, long remaining, Duration full, Duration next) {

    /** As draft-ietf-httpapi-ratelimit-headers (10) has it. */
    void tell(HttpServletResponse response) {
        response.setHeader(
                "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(kind, limit, RateLimits.WINDOW.toSeconds()));
        response.setHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(kind, remaining, full.toSeconds()));
    }

    Problem refusal() {
        Duration wait = next.isZero() ? Duration.ofSeconds(1) : next;
        return Problem.of(
                        "too-many-requests",
                        429,
                        "More %s than %d in %d seconds are not accepted. Nothing was done."
                                .formatted(kind, limit, RateLimits.WINDOW.toSeconds()))
                .withRetryAfter(wait)
                .withExtra(Map.of("quota", kind));
    }
}
