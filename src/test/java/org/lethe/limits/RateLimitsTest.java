package org.lethe.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lethe.settings.RateSettings;

class RateLimitsTest {

    private final RateLimits limits = new RateLimits(new RateSettings(1, 1, 0, 1, 1, 1));

    @Test
    void tenSecondsWorthMayComeAtOnceAndNoMore() {
        assertThat(IntStream.range(0, 10)
                        .mapToObj(n -> limits.take("reads", "anna").orElseThrow()))
                .allMatch(Quota::allowed);

        Quota refused = limits.take("reads", "anna").orElseThrow();

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.limit()).isEqualTo(10);
        assertThat(refused.remaining()).isZero();
        assertThat(refused.next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(refused.full()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
        assertThat(refused.refusal().retryAfter()).contains(Duration.ofSeconds(1));
    }

    @Test
    void othersAndOtherKindsShouldNotBeHeldUp() {
        IntStream.range(0, 20).forEach(n -> limits.take("reads", "anna"));

        assertThat(limits.take("reads", "bert").orElseThrow().allowed()).isTrue();
        assertThat(limits.take("deletes", "anna").orElseThrow().allowed()).isTrue();
        assertThat(limits.isUsedUp("reads", "anna")).isTrue();
        assertThat(limits.isUsedUp("reads", "carl")).isFalse();
    }

    @Test
    void zeroShouldMeanNoLimit() {
        assertThat(limits.take("writes", "anna")).isEmpty();
    }
}
