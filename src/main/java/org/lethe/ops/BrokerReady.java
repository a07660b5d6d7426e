package org.lethe.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.Queues;

/**
 * Ready when the broker answers and somebody listens to every queue. Asked of the broker: listeners have been seen to
 * come up without consumers and without an error.
 */
@Readiness
@ApplicationScoped
public class BrokerReady implements HealthCheck {

    @Inject
    BrokerManagement broker;

    @Override
    public HealthCheckResponse call() {
        return Checked.check("broker", () -> Queues.ALL.stream()
                .filter(queue -> broker.depth(queue).consumers() == 0)
                .map(queue -> "nobody listens to " + queue)
                .collect(Collectors.joining("; ")));
    }
}
