package org.lethe.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForgottenBranchesTest {
    private static final PreparedBranch ONE = new PreparedBranch(1, "01", "node");
    private static final PreparedBranch OTHER = new PreparedBranch(1, "02", "node");

    private final ForgottenBranches forgotten = new ForgottenBranches(Duration.ofSeconds(8));

    @Test
    void shouldNotBeNamedInTheFirstScan() {
        assertThat(scan(0, List.of(ONE), true)).isEmpty();
    }

    @Test
    void shouldBeNamedInALaterScanOnceThePatienceIsOver() {
        scan(0, List.of(ONE), true);

        assertThat(scan(5, List.of(ONE), true)).isEmpty();
        assertThat(scan(10, List.of(ONE), true)).containsExactly(Map.entry(ONE, Duration.ofSeconds(10)));
    }

    @Test
    void shouldBeNamedAgainForAsLongAsItStays() {
        scan(0, List.of(ONE), true);
        scan(10, List.of(ONE), true);

        assertThat(scan(15, List.of(ONE), true)).containsExactly(Map.entry(ONE, Duration.ofSeconds(15)));
    }

    @Test
    void shouldNeverBeNamedWhileItIsKnown() {
        scan(0, List.of(ONE), false);

        assertThat(scan(100, List.of(ONE), false)).isEmpty();
        assertThat(scan(200, List.of(ONE), true)).as("forgotten from here on").isEmpty();
        assertThat(scan(205, List.of(ONE), true)).isEmpty();
    }

    @Test
    void timeShouldBeginAnewWhenItIsKnownAgain() {
        scan(0, List.of(ONE), true);
        scan(5, List.of(ONE), false);

        assertThat(scan(10, List.of(ONE), true)).isEmpty();
        assertThat(scan(18, List.of(ONE), true)).containsKey(ONE);
    }

    @Test
    void timeShouldBeginAnewWhenItWasSettledMeanwhile() {
        scan(0, List.of(ONE), true);
        scan(5, List.of(), true);

        assertThat(scan(10, List.of(ONE), true)).isEmpty();
    }

    @Test
    void eachShouldHaveItsOwnTime() {
        scan(0, List.of(ONE), true);
        scan(5, List.of(ONE, OTHER), true);

        assertThat(scan(10, List.of(ONE, OTHER), true)).containsOnlyKeys(ONE);
        assertThat(scan(15, List.of(OTHER), true)).containsOnlyKeys(OTHER);
    }

    private Map<PreparedBranch, Duration> scan(int second, List<PreparedBranch> prepared, boolean isForgotten) {
        return forgotten.among(prepared, branch -> isForgotten, Instant.EPOCH.plusSeconds(second));
    }
}
