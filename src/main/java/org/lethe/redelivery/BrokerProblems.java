package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;
import org.lethe.broker.BrokerUnavailableException;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemTranslator;

/** Answers 503 when the broker cannot be told something now that only it can do. */
@Dependent
class BrokerProblems implements ProblemTranslator {

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    @Override
    public Optional<Problem> translate(Throwable exception) {
        return exception instanceof BrokerUnavailableException
                ? Optional.of(Problem.unavailable(
                        "broker-unavailable", "The message broker does not answer. Nothing was done.", COME_AGAIN))
                : Optional.empty();
    }
}
