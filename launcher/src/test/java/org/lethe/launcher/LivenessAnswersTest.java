package org.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.launcher.LivenessAnswers.FEWEST;
import static org.lethe.launcher.LivenessAnswers.MOST;

import org.junit.jupiter.api.Test;

class LivenessAnswersTest {
    private final LivenessAnswers answers = new LivenessAnswers();

    @Test
    void sixDeadAnswersInARowShouldCallForAStop() {
        assertThat(deadAnswersUntilStop()).isEqualTo(FEWEST);
    }

    @Test
    void oneLiveAnswerShouldBeginTheCountAnew() {
        for (int i = 1; i < FEWEST; i++) {
            answers.callForAStop(false);
        }
        answers.callForAStop(true);

        assertThat(deadAnswersUntilStop()).isEqualTo(FEWEST);
    }

    @Test
    void eachStopInVainShouldDoubleThePatience() {
        assertThat(deadAnswersUntilStop()).isEqualTo(FEWEST);
        answers.startAnew();
        assertThat(deadAnswersUntilStop()).isEqualTo(2 * FEWEST);
        live(MOST - 1); // not long enough
        assertThat(deadAnswersUntilStop()).isEqualTo(4 * FEWEST);
    }

    @Test
    void patienceShouldHaveALimit() {
        for (int stop = 0; stop < 20; stop++) {
            deadAnswersUntilStop();
        }

        assertThat(deadAnswersUntilStop()).isEqualTo(MOST);
    }

    @Test
    void aLongLifeShouldLetWhatWasBeForgotten() {
        deadAnswersUntilStop();
        live(MOST);

        assertThat(deadAnswersUntilStop()).isEqualTo(FEWEST);
    }

    private int deadAnswersUntilStop() {
        int count = 1;
        while (!answers.callForAStop(false)) {
            count++;
        }
        return count;
    }

    private void live(int count) {
        for (int i = 0; i < count; i++) {
            answers.callForAStop(true);
        }
    }
}
