package org.lethe.redelivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.problem.FieldError;
import org.lethe.problem.FieldRule;

class PolicyRulesTest {

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of("maxAttempts", Policies.usual().attempts(0)),
                Arguments.of("maxAttempts", Policies.usual().attempts(-1)),
                Arguments.of("maxAttempts", Policies.usual().attempts(101)),
                Arguments.of("delayMillis", Policies.usual().waits(-1, 2, 0, 300_000)),
                Arguments.of("multiplier", Policies.usual().waits(5_000, -2, 0, 300_000)),
                Arguments.of("multiplier", Policies.usual().waits(5_000, 0.5, 0, 300_000)),
                Arguments.of("multiplier", Policies.usual().waits(5_000, Double.NaN, 0, 300_000)),
                Arguments.of("multiplier", Policies.usual().waits(5_000, Double.POSITIVE_INFINITY, 0, 300_000)),
                Arguments.of("jitter", Policies.usual().waits(5_000, 2, -0.1, 300_000)),
                Arguments.of("jitter", Policies.usual().waits(5_000, 2, 1.1, 300_000)),
                Arguments.of("maxDelayMillis", Policies.usual().waits(5_000, 2, 0, 4_999)),
                Arguments.of("maxDelayMillis", Policies.usual().waits(5_000, 2, 0, 86_400_001)),
                Arguments.of("expiryMillis", Policies.usual().expiry(-1)),
                Arguments.of("expiryMillis", Policies.usual().expiry(999)),
                Arguments.of("sessions", Policies.usual().work(-1, 0, false)),
                Arguments.of("sessions", Policies.usual().work(65, 0, false)),
                Arguments.of("chunkSize", Policies.usual().work(0, 100, false)),
                Arguments.of("maxSizeBytes", Policies.usual().memory(-1, -1, "PAGE")),
                Arguments.of("pageSizeBytes", Policies.usual().memory(2L << 20, 2L << 21, "PAGE")),
                Arguments.of("whenFull", Policies.usual().memory(32L << 20, 2L << 20, "DROP")),
                Arguments.of("whenFull", Policies.usual().memory(32L << 20, 2L << 20, "page")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("nonsense")
    void nonsenseShouldBeRefusedByItsName(String member, Policies policies) {
        assertThat(PolicyRules.faults(ManagedQueue.MAIN, policies.policy()))
                .extracting(FieldError::field)
                .contains("policy." + member);
    }

    @Test
    void allOfItShouldBeToldAtOnce() {
        Policy nothingIsRight = new Policy(0, -1, -2, 7, -5, -9, -1, 5, false, 0, 0, "DROP");

        assertThat(PolicyRules.faults(ManagedQueue.BACKUP, nothingIsRight))
                .extracting(FieldError::field)
                .containsExactlyElementsOf(Stream.of(
                                "maxAttempts",
                                "delayMillis",
                                "multiplier",
                                "jitter",
                                "maxDelayMillis",
                                "expiryMillis",
                                "sessions",
                                "chunkSize",
                                "maxSizeBytes",
                                "pageSizeBytes",
                                "whenFull")
                        .map("policy."::concat)
                        .toList());
    }

    static Stream<Arguments> sense() {
        return Stream.of(
                Arguments.of(ManagedQueue.MAIN, Policies.usual()),
                Arguments.of(ManagedQueue.MAIN, Policies.usual().attempts(1).waits(0, 1, 0, 0)),
                Arguments.of(ManagedQueue.BACKUP, Policies.usual().attempts(100).waits(86_400_000, 10, 1, 86_400_000)),
                Arguments.of(ManagedQueue.PLAN, Policies.usual().work(2, 2000, true)),
                Arguments.of(ManagedQueue.MAIN, Policies.usual().memory(1L << 20, 1L << 20, "FAIL")),
                Arguments.of(ManagedQueue.THUMBNAIL, Policies.usual().attempts(-1)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sense")
    void whatMakesSenseShouldBeTaken(ManagedQueue queue, Policies policies) {
        assertThat(PolicyRules.faults(queue, policies.policy())).isEmpty();
    }

    @Test
    void theBoundsShouldBeToldForPrograms() {
        Policies policies = Policies.usual().waits(90_000_000, 11, 2, 0);

        assertThat(PolicyRules.faults(ManagedQueue.MAIN, policies.policy()))
                .extracting(fault -> fault.rule().orElseThrow())
                .containsExactly(
                        FieldRule.range(0, 86_400_000L),
                        FieldRule.range(1, 10),
                        FieldRule.range(0, 1),
                        FieldRule.range(86_400_000L, 86_400_000L));
        assertThat(PolicyRules.faults(ManagedQueue.THUMBNAIL, Policies.usual().policy()))
                .extracting(fault -> fault.rule().orElseThrow())
                .containsExactly(FieldRule.only(-1));
    }

    @Test
    void onQueuesThatNothingComesAfterMessagesShouldBeTriedForEverAndNeverWithoutAWait() {
        List<FieldError> faults = PolicyRules.faults(
                ManagedQueue.THUMBNAIL, Policies.usual().waits(0, 1, 0, 0).policy());

        assertThat(faults).extracting(FieldError::field).containsExactly("policy.maxAttempts", "policy.delayMillis");
    }
}
