package org.lethe.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Tells what stays from what passes: a transaction that was just being committed is gone a moment later. */
final class Staying {
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private Staying() {}

    /** What is there, and is still there a moment later; asked once only when nothing is. */
    static List<String> of(Supplier<List<String>> asked) {
        List<String> staying = new ArrayList<>(asked.get());
        if (!staying.isEmpty()) {
            Awaitility.await("a moment")
                    .pollDelay(A_MOMENT)
                    .atMost(A_MOMENT.multipliedBy(2))
                    .until(() -> true);
            staying.retainAll(asked.get());
        }
        return staying;
    }
}
