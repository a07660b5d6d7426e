package org.lethe.errorpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecideOnTest {

    private static final Instant NOW = Instant.parse("2031-12-01T06:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(2));
    private static final FailureClass DENIED =
            new FailureClass("access denied", ErrorKind.TRANSIENT, "main", "lethe.removal.main");

    @Test
    void whatIsBuiltInShouldRetryWhatMayPassAndGiveToAPersonWhatDoesNot() {
        assertThat(now(DENIED)).isEqualTo(ErrorAction.RETRY);
        assertThat(now(of(ErrorKind.PERMANENT))).isEqualTo(ErrorAction.HUMAN);
        assertThat(now(of(ErrorKind.UNFORESEEN))).isEqualTo(ErrorAction.RETRY);
    }

    @Test
    void whatTheStorageHoldsShouldBeHeldUntilItsDate() {
        Decision decision = DecideOn.of(List.of(), NOW).now(of(ErrorKind.HELD), Optional.of(LATER));

        assertThat(decision.action()).isEqualTo(ErrorAction.HOLD);
        assertThat(decision.until()).isEqualTo(LATER);
    }

    @Test
    void aDateThatIsOverShouldHoldNothing() {
        assertThat(DecideOn.of(List.of(), NOW)
                        .now(of(ErrorKind.HELD), Optional.of(NOW))
                        .action())
                .isEqualTo(ErrorAction.RETRY);
    }

    @Test
    void theCauseShouldWeighMoreThanAllTheOthers() {
        PolicyInForce byCause = policy(new FailureMatch("access denied", null, null, null), ErrorAction.NOTIFY);
        PolicyInForce byAllElse =
                policy(new FailureMatch(null, ErrorKind.TRANSIENT, "main", "lethe.removal.main"), ErrorAction.HUMAN);

        assertThat(now(DENIED, byAllElse, byCause)).isEqualTo(ErrorAction.NOTIFY);
    }

    @Test
    void theKindShouldWeighMoreThanStorageAndQueue() {
        PolicyInForce byKind = policy(new FailureMatch(null, ErrorKind.TRANSIENT, null, null), ErrorAction.NOTIFY);
        PolicyInForce byPlace = policy(new FailureMatch(null, null, "main", "lethe.removal.main"), ErrorAction.HUMAN);

        assertThat(now(DENIED, byPlace, byKind)).isEqualTo(ErrorAction.NOTIFY);
    }

    @Test
    void whatIsBuiltInShouldGiveWayToAnEquallyNarrowOneAndNotToAWiderOne() {
        FailureClass permanent = of(ErrorKind.PERMANENT);
        PolicyInForce ofTheStorage = policy(new FailureMatch(null, null, "main", null), ErrorAction.NOTIFY);
        PolicyInForce ofTheKind = policy(new FailureMatch(null, ErrorKind.PERMANENT, null, null), ErrorAction.NOTIFY);

        assertThat(now(permanent, ofTheStorage)).isEqualTo(ErrorAction.HUMAN);
        assertThat(now(permanent, ofTheKind)).isEqualTo(ErrorAction.NOTIFY);
        assertThat(now(DENIED, ofTheStorage)).isEqualTo(ErrorAction.NOTIFY);
    }

    @Test
    void thePolicyThatEndsShouldCountBeforeTheOneThatLastsAndOnlyUntilThen() {
        FailureMatch denied = FailureMatch.of("access denied", null);
        PolicyInForce lasting = policy(denied, ErrorAction.HUMAN);
        PolicyInForce ending = policy(denied, ErrorAction.HOLD, LATER);

        assertThat(now(DENIED, lasting, ending)).isEqualTo(ErrorAction.HOLD);
        assertThat(DecideOn.of(List.of(lasting, ending), LATER)
                        .now(DENIED, Optional.empty())
                        .action())
                .isEqualTo(ErrorAction.HUMAN);
    }

    @Test
    void anotherStorageQueueOrCauseShouldNotBeTouched() {
        PolicyInForce backup = policy(new FailureMatch(null, null, "backup", null), ErrorAction.HUMAN);
        PolicyInForce plan = policy(new FailureMatch(null, null, null, "lethe.removal.plan"), ErrorAction.HUMAN);
        PolicyInForce other = policy(FailureMatch.of("input/output error", null), ErrorAction.HUMAN);

        assertThat(now(DENIED, backup, plan, other)).isEqualTo(ErrorAction.RETRY);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorKind.class,
            names = {"TRANSIENT", "UNFORESEEN"})
    void whatMayPassShouldBeTriedToTheEndBeforeItIsIgnored(ErrorKind kind) {
        DecideOn policies =
                DecideOn.of(List.of(policy(FailureMatch.of("access denied", null), ErrorAction.IGNORE)), NOW);

        assertThat(policies.now(of(kind), Optional.empty()).action()).isEqualTo(ErrorAction.RETRY);
        assertThat(policies.atTheEnd(of(kind))).isPresent();
    }

    @Test
    void whatDoesNotPassShouldBeIgnoredAtOnce() {
        PolicyInForce ignore = policy(FailureMatch.of("access denied", null), ErrorAction.IGNORE);

        assertThat(now(of(ErrorKind.PERMANENT), ignore)).isEqualTo(ErrorAction.IGNORE);
    }

    @Test
    void anErrorOfTheProgramShouldBeNeitherHeldNorGivenToAPersonAtOnce() {
        FailureMatch all = new FailureMatch(null, null, "main", null);

        assertThat(now(of(ErrorKind.UNFORESEEN), policy(all, ErrorAction.HUMAN)))
                .isEqualTo(ErrorAction.RETRY);
        assertThat(now(of(ErrorKind.UNFORESEEN), policy(all, ErrorAction.HOLD, LATER)))
                .isEqualTo(ErrorAction.RETRY);
    }

    @Test
    void nothingShouldBeIgnoredAtTheEndWithoutAPolicyThatSaysSo() {
        assertThat(DecideOn.of(List.of(), NOW).atTheEnd(of(ErrorKind.PERMANENT)))
                .isEmpty();
    }

    @Test
    void aMaximumOfItsOwnShouldEndTheAttempts() {
        ErrorPolicy twice =
                new ErrorPolicy("twice", FailureMatch.of("access denied", null), ErrorAction.RETRY, 2, null);
        Decision decision = DecideOn.of(List.of(inForce(twice)), NOW).now(DENIED, Optional.empty());

        assertThat(decision.endsWith(1)).isFalse();
        assertThat(decision.endsWith(2)).isTrue();
        assertThat(DecideOn.of(List.of(), NOW).now(DENIED, Optional.empty()).endsWith(1_000))
                .isFalse();
    }

    private static ErrorAction now(FailureClass failure, PolicyInForce... policies) {
        return DecideOn.of(Arrays.asList(policies), NOW)
                .now(failure, Optional.empty())
                .action();
    }

    private static FailureClass of(ErrorKind kind) {
        return new FailureClass("access denied", kind, "main", "lethe.removal.main");
    }

    private static PolicyInForce policy(FailureMatch match, ErrorAction action) {
        return policy(match, action, null);
    }

    private static PolicyInForce policy(FailureMatch match, ErrorAction action, Instant until) {
        return inForce(new ErrorPolicy("a policy", match, action, null, until));
    }

    private static PolicyInForce inForce(ErrorPolicy policy) {
        return new PolicyInForce(UUID.randomUUID(), 1, policy, "because", "somebody", NOW);
    }
}
