package org.lethe.redelivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.broker.Queues;
import org.lethe.settings.SettingsOf;

class LivePoliciesTest {

    private static final Duration SET = Duration.ofMinutes(15);

    private final LivePolicies live =
            new LivePolicies(SettingsOf.with("lethe.removal.chunk-size", "700", "lethe.transaction.timeout", "PT60S"));

    @Test
    void beforeAnythingIsKnownTheSettingsOfTheNodeShouldCount() {
        assertThat(live.chunkSize()).isEqualTo(700);
        assertThat(live.isPaused(Queues.MAIN)).isFalse();
        assertThat(live.overdue(Queues.MAIN, SET)).isEqualTo(SET);
    }

    @Test
    void whatIsStoredShouldCountAndZeroLeaveItToTheSettings() {
        follow(Queues.PLAN, Policies.usual().work(0, 25, true));
        assertThat(live.chunkSize()).isEqualTo(25);
        assertThat(live.isPaused(Queues.PLAN)).isTrue();

        follow(Queues.PLAN, Policies.usual());
        assertThat(live.chunkSize()).isEqualTo(700);
        assertThat(live.isPaused(Queues.PLAN)).isFalse();
    }

    @Test
    void noMessageShouldCountAsLostThatMayBeOnItsWayThroughItsAttempts() {
        follow(Queues.MAIN, Policies.usual());
        assertThat(live.overdue(Queues.MAIN, SET)).isEqualTo(SET);

        // nine waits of ten minutes, and ten attempts that may take a minute each
        follow(Queues.MAIN, Policies.usual().attempts(10).waits(600_000, 1, 0, 600_000));
        assertThat(live.overdue(Queues.MAIN, SET)).isEqualTo(Duration.ofMinutes(100));

        follow(Queues.THUMBNAIL, Policies.usual().attempts(-1));
        assertThat(live.overdue(Queues.THUMBNAIL, SET)).isEqualTo(SET);
    }

    @Test
    void shouldTakeAQueueThatIsHeldBackForPausedWhateverItsPolicySays() {
        live.follow(List.of(), List.of(new QueueRun(Queues.BACKUP, true, Optional.empty())));

        assertThat(live.isPaused(Queues.BACKUP)).isTrue();
        assertThat(live.isPaused(Queues.MAIN)).isFalse();
        assertThat(live.hasRunFor(Queues.BACKUP, Duration.ZERO)).isFalse();
    }

    @Test
    void shouldKnowForHowLongAQueueHasRunSinceItWasLetGo() {
        live.follow(List.of(), List.of(new QueueRun(Queues.BACKUP, false, Optional.of(Duration.ofMinutes(5)))));

        assertThat(live.hasRunFor(Queues.BACKUP, Duration.ofMinutes(4))).isTrue();
        assertThat(live.hasRunFor(Queues.BACKUP, Duration.ofMinutes(6))).isFalse();
        assertThat(live.hasRunFor(Queues.MAIN, Duration.ofDays(1))).isTrue();
    }

    private void follow(String queue, Policies policies) {
        ToldSettings told = new ToldSettings(PolicyJson.parse("{}"), false);
        live.follow(
                List.of(new PolicyVersion(queue, 1, policies.policy(), told, "a test", "admin", Instant.EPOCH, null)),
                List.of());
    }
}
