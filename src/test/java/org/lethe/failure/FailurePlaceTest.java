package org.lethe.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.problem.ProblemException;

class FailurePlaceTest {

    private static final UUID ID = UUID.fromString("6f1c2d3e-4a5b-1c7d-8e9f-0a1b2c3d4e5f");

    @Test
    void aPlaceShouldBeReadAsItWasWritten() {
        FailurePlace byTime = new FailurePlace(FailureSort.LAST_SEEN, Instant.parse("2031-12-24T18:00:00.123456Z"), ID);
        FailurePlace byNumber = new FailurePlace(FailureSort.TIMES, 7, ID);

        assertThat(FailurePlace.decode(FailureSort.LAST_SEEN, byTime.encoded())).isEqualTo(byTime);
        assertThat(FailurePlace.decode(FailureSort.TIMES, byNumber.encoded())).isEqualTo(byNumber);
    }

    @Test
    void aPlaceOfAnotherOrderShouldBeRefused() {
        String byTime = new FailurePlace(FailureSort.NEWEST, Instant.EPOCH, ID).encoded();

        assertThatThrownBy(() -> FailurePlace.decode(FailureSort.OLDEST, byTime))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aPlaceAtATimeThatNoFailureHasShouldBeRefused() {
        for (Instant time : new Instant[] {Instant.MIN, Instant.MAX}) {
            String impossible = new FailurePlace(FailureSort.NEWEST, time, ID).encoded();

            assertThatThrownBy(() -> FailurePlace.decode(FailureSort.NEWEST, impossible))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void whatIsNoPlaceShouldBeRefused() {
        for (String text : new String[] {"x", "!", "bmV3ZXN0IHggeQ", "dGltZXMgMTIzNDU2Nzg5MDEyIHg"}) {
            for (FailureSort sort : FailureSort.values()) {
                assertThatThrownBy(() -> FailurePlace.decode(sort, text)).isInstanceOf(ProblemException.class);
            }
        }
    }
}
