package org.lethe.it.generated;

import static org.lethe.it.LetheAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.ApiDocument;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

/**
 * What belongs to another is not told from what is not there by how long the answer takes, either. Both are asked for in
 * turn, so that whatever else the machine does slows both, and only a difference that is the same in round after round
 * is one.
 */
@DisplayName("Another's takes as long as nobody's")
class SameTimeIT {
    @RegisterExtension
    static final Lethe lethe = Generated.lethe();

    private static final int TRIES = 40;
    private static final int ROUNDS = 6;
    private static final double SLOWER = 1.3;

    @TestFactory
    Stream<DynamicTest> ofEveryOperation() {
        LetheClient curious = lethe.newOwner();
        Fixtures victims = new Fixtures(lethe, lethe.newOwner(), Set.of("owner"));
        return ApiDocument.publishedBy(lethe).operations().stream()
                .filter(operation -> operation.roles().contains("owner"))
                .flatMap(operation -> ExampleRequest.of(operation).stream().limit(1))
                .filter(request -> request.references().stream().anyMatch(Fixtures::isOwned))
                .map(request -> DynamicTest.dynamicTest(
                        request.operation().toString(), () -> assertThat(tell(curious, victims, request))
                                .as("which is slower, time and again")
                                .isEmpty()));
    }

    /** By which of both somebody could tell them apart: the one that was slower in every round. */
    private static Optional<String> tell(LetheClient curious, Fixtures victims, ExampleRequest request) {
        Optional<String> slower = slower(curious, victims, request);
        for (int round = 1; round < ROUNDS && slower.isPresent(); round++) {
            if (!slower(curious, victims, request).equals(slower)) {
                return Optional.empty();
            }
        }
        return slower;
    }

    private static Optional<String> slower(LetheClient curious, Fixtures victims, ExampleRequest request) {
        List<Long> foreign = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            foreign.add(time(() -> curious.send(request.from(curious, victims::kept))));
            unknown.add(time(() -> curious.send(
                    request.from(curious, reference -> UUID.randomUUID().toString()))));
        }
        double ratio = (double) median(foreign) / median(unknown);
        if (ratio > SLOWER) {
            return Optional.of("another's");
        }
        return ratio < 1 / SLOWER ? Optional.of("nobody's") : Optional.empty();
    }

    private static long time(Runnable request) {
        long begin = System.nanoTime();
        request.run();
        return System.nanoTime() - begin;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
