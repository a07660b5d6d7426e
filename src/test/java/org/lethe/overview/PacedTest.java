package org.lethe.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedTest {

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aQuestionShouldTakeATwentiethOfTheTimeAtMost() {
        Paced<Integer> slow = new Paced<>(() -> takes(Duration.ofSeconds(1)), clock::get);

        slow.answer(Duration.ZERO);
        pass(Duration.ofSeconds(19));
        assertThat(slow.answer(Duration.ZERO)).isEqualTo(1);
        pass(Duration.ofSeconds(1));

        assertThat(slow.answer(Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void aQuickQuestionShouldBeAskedAsOftenAsIsWanted() {
        Paced<Integer> quick = new Paced<>(() -> takes(Duration.ofMillis(1)), clock::get);

        quick.answer(Duration.ofSeconds(5));
        pass(Duration.ofSeconds(4));
        assertThat(quick.answer(Duration.ofSeconds(5))).isEqualTo(1);
        pass(Duration.ofSeconds(1));

        assertThat(quick.answer(Duration.ofSeconds(5))).isEqualTo(2);
    }

    @Test
    void whatFailsShouldNotBeAskedOnAndOn() {
        Paced<Integer> failing = new Paced<>(
                () -> {
                    takes(Duration.ofSeconds(1));
                    throw new IllegalStateException("away");
                },
                clock::get);

        assertThatThrownBy(() -> failing.answer(Duration.ZERO)).hasMessage("away");
        assertThatThrownBy(() -> failing.answer(Duration.ZERO)).hasMessage("away");

        assertThat(asked).hasValue(1);
    }

    @Test
    void whatTookLongToFailShouldBeAskedAgainWithinAMinute() {
        Paced<Integer> failing = new Paced<>(
                () -> {
                    if (takes(Duration.ofSeconds(30)) == 1) {
                        throw new IllegalStateException("away");
                    }
                    return asked.get();
                },
                clock::get);

        assertThatThrownBy(() -> failing.answer(Duration.ZERO)).hasMessage("away");
        pass(Duration.ofSeconds(59));
        assertThatThrownBy(() -> failing.answer(Duration.ZERO)).hasMessage("away");
        pass(Duration.ofSeconds(1));

        assertThat(failing.answer(Duration.ZERO)).isEqualTo(2);
    }

    private int takes(Duration time) {
        pass(time);
        return asked.incrementAndGet();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
