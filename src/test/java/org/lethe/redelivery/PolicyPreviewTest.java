package org.lethe.redelivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.redelivery.PolicyWarning.Code;

class PolicyPreviewTest {

    private static final Circumstances USUAL = new Circumstances(60_000, 0, 8, true, 0);

    static Stream<Arguments> warned() {
        return Stream.of(
                Arguments.of(Code.PAUSED, Policies.usual().work(0, 0, true), USUAL, Map.of()),
                Arguments.of(
                        Code.NO_DEAD_LETTER_QUEUE,
                        Policies.usual(),
                        new Circumstances(60_000, 0, 8, false, 0),
                        Map.of()),
                Arguments.of(
                        Code.JITTER_LOST_AT_CAP,
                        Policies.usual().waits(5_000, 2, 0.2, 40_000),
                        USUAL,
                        Map.of("capMillis", 40_000L, "fromAttempt", 6)),
                Arguments.of(
                        Code.CAP_BELOW_LAST_WAIT,
                        Policies.usual().waits(5_000, 2, 0, 60_000),
                        USUAL,
                        Map.of("capMillis", 60_000L, "uncappedMillis", 80_000L)),
                // 155 s of waits, and six attempts that may take a minute each
                Arguments.of(
                        Code.EXPIRES_BEFORE_LAST_ATTEMPT,
                        Policies.usual().expiry(515_000),
                        USUAL,
                        Map.of("expiryMillis", 515_000L, "lastAttemptMillis", 515_000L)),
                Arguments.of(
                        Code.EXPIRES_IN_RESTORE_WINDOW,
                        Policies.usual().expiry(3_600_000),
                        new Circumstances(60_000, 86_400_000, 2, true, 0),
                        Map.of("expiryMillis", 3_600_000L, "restoreWindowMillis", 86_400_000L)),
                Arguments.of(
                        Code.SHORT_OUTAGE_USES_UP_ALL_ATTEMPTS,
                        Policies.usual().attempts(4),
                        USUAL,
                        Map.of("totalMillis", 35_000L)));
    }

    static Stream<Arguments> warnedOfWhatIsAround() {
        return Stream.of(
                Arguments.of(
                        Code.LONG_UNTIL_A_FAILURE,
                        Policies.usual().attempts(100).waits(3_600_000, 1, 0, 3_600_000),
                        USUAL,
                        Map.of("totalMillis", 99 * 3_600_000L)),
                Arguments.of(
                        Code.ATTEMPTS_OUTWEIGH_WAITS,
                        Policies.usual().attempts(3).waits(1_000, 1, 0, 1_000),
                        USUAL,
                        Map.of("attemptMillis", 60_000L, "withAttemptsMillis", 182_000L)),
                Arguments.of(
                        Code.WAITING_ON_EARLIER_SCHEDULE,
                        Policies.usual(),
                        new Circumstances(60_000, 0, 8, true, 17),
                        Map.of("messages", 17L)),
                Arguments.of(
                        Code.SESSIONS_BEYOND_NODE,
                        Policies.usual().work(9, 0, false),
                        USUAL,
                        Map.of("sessions", 9, "nodeSessions", 8)),
                Arguments.of(
                        Code.FULL_BLOCKS_REQUESTS,
                        Policies.usual().memory(1L << 20, 1L << 16, "BLOCK"),
                        USUAL,
                        Map.of("maxSizeBytes", 1L << 20)),
                Arguments.of(
                        Code.FULL_REFUSES_REQUESTS,
                        Policies.usual().memory(1L << 20, 1L << 16, "FAIL"),
                        USUAL,
                        Map.of("maxSizeBytes", 1L << 20)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"warned", "warnedOfWhatIsAround"})
    void shouldWarnWithTheFigureThatCausesIt(
            Code code, Policies policies, Circumstances circumstances, Map<String, Number> figures) {
        PolicyPreview preview = PolicyPreview.of(ManagedQueue.MAIN, policies.policy(), circumstances);

        assertThat(preview.warnings()).contains(new PolicyWarning(code, figures));
    }

    static Stream<Policies> quiet() {
        return Stream.of(
                Policies.usual(),
                Policies.usual().waits(5_000, 2, 0.2, 300_000),
                // as long as the longest wait, and the time that everything may take
                Policies.usual().waits(5_000, 2, 0, 80_000),
                Policies.usual().expiry(515_001),
                Policies.usual().attempts(100).waits(872_727, 1, 0, 872_727),
                Policies.usual().work(8, 0, false));
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void shouldNotWarnOfWhatIsUsualOrJustWithinTheLimits(Policies policies) {
        assertThat(PolicyPreview.of(ManagedQueue.MAIN, policies.policy(), USUAL).warnings())
                .isEmpty();
    }

    @Test
    void everyWarningShouldBeTried() {
        assertThat(Stream.concat(warned(), warnedOfWhatIsAround())
                        .map(arguments -> (Code) arguments.get()[0]))
                .containsExactlyInAnyOrder(Code.values());
    }

    @Test
    void whatNeverEndsShouldNotBeWarnedOfForItsTotal() {
        PolicyPreview preview = PolicyPreview.of(
                ManagedQueue.THUMBNAIL,
                Policies.usual().attempts(-1).waits(200, 2, 0, 1_000).policy(),
                new Circumstances(60_000, 0, 2, false, 0));

        assertThat(preview.warnings()).isEmpty();
    }
}
