package org.lethe.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lethe.problem.ProblemException;

class PunctualBodyTest {

    private static final BodyPace TEN_BYTES_A_SECOND = new BodyPace(10, Duration.ofSeconds(1));

    private final AtomicLong now = new AtomicLong(-5);
    private final AtomicInteger late = new AtomicInteger();

    @Test
    void theClockShouldBeginWithTheFirstRead() throws IOException {
        PunctualBody body = body(20);
        pass(Duration.ofMinutes(1));

        assertThat(body.readNBytes(20)).hasSize(20);
        assertThat(body.read()).isEqualTo(-1);
        assertThat(late).hasValue(0);
    }

    @Test
    void eachPartShouldHaveTheWholeTime() throws IOException {
        PunctualBody body = body(40);

        for (int part = 0; part < 4; part++) {
            assertThat(body.readNBytes(10)).hasSize(10);
            pass(Duration.ofSeconds(1));
        }
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void aPartThatComesByteAfterByteShouldBeLateAndSoShouldTheRest() throws IOException {
        PunctualBody body = body(40);
        body.read();
        pass(Duration.ofMillis(1001));

        assertThatThrownBy(body::read).isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                        refused.problem().status())
                .isEqualTo(408));
        assertThatThrownBy(() -> body.readNBytes(10)).isInstanceOf(ProblemException.class);
        assertThat(late).hasValue(1);
    }

    @Test
    void anEndThatIsFoundLateShouldBeAnEnd() throws IOException {
        PunctualBody body = body(5);
        assertThat(body.readNBytes(5)).hasSize(5);
        pass(Duration.ofMinutes(1));

        assertThat(body.read()).isEqualTo(-1);
    }

    private PunctualBody body(int bytes) {
        return new PunctualBody(new BodyInMemory(new byte[bytes]), TEN_BYTES_A_SECOND, late::incrementAndGet, now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
