package org.lethe.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lethe.log.LogEvent;

class LookAgainTest {

    private final Chased follower = new Chased();
    private final LookAgain look = new LookAgain(follower);

    @Test
    void whatIsAwayForLongShouldBeToldOnceAndLookedAtEachTime() {
        follower.away = true;
        look.run();
        look.run();

        assertThat(follower.looks).isEqualTo(2);
        assertThat(follower.told).isEqualTo(1);
    }

    @Test
    void whatGoesAwayAgainShouldBeToldAgain() {
        follower.away = true;
        look.run();
        follower.away = false;
        look.run();
        assertThat(follower.told).isEqualTo(1);
        follower.away = true;
        look.run();

        assertThat(follower.told).isEqualTo(2);
    }

    private static final class Chased implements Follower {
        private boolean away;
        private int looks;
        private int told;

        @Override
        public Duration period() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void obey() {
            looks++;
            if (away) {
                throw new IllegalStateException("away");
            }
        }

        @Override
        public LogEvent blind() {
            told++;
            return LogEvent.POLICIES_UNREADABLE;
        }
    }
}
