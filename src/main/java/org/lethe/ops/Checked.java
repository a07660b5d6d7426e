package org.lethe.ops;

import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Turns a question into the answer of a health check. */
final class Checked {

    private Checked() {}

    /** UP when {@code fault} answers nothing; DOWN with its words, or with those of what it threw. */
    static HealthCheckResponse check(String name, Supplier<String> fault) {
        String reason;
        try {
            reason = fault.get();
        } catch (RuntimeException failed) {
            reason = String.valueOf(failed.getMessage());
        }
        var response = HealthCheckResponse.named(name);
        return reason.isEmpty()
                ? response.up().build()
                : response.down().withData("reason", reason).build();
    }
}
