package org.lethe.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.problem.ProblemException;
import org.lethe.settings.DeletionSettings;

class DeletionTermsTest {

    private static final DeletionSettings SETTINGS =
            new DeletionSettings(Duration.ofHours(1), Duration.ofDays(7), 10, Duration.ofHours(1));

    @Test
    void theWindowShouldBeThatOfTheSettingsWhereNothingIsSaid() {
        assertThat(DeletionTerms.of(null, SETTINGS).restoreWindow()).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.5S", "P7D", "pt1h"})
    void theWindowShouldBeWhatTheRequestSaysUpToTheLongest(String window) {
        assertThat(DeletionTerms.of(window, SETTINGS).restoreWindow()).isEqualTo(Duration.parse(window));
    }

    @Test
    void aLongerOneShouldBeRefused() {
        assertThatThrownBy(() -> DeletionTerms.of("P7DT0.001S", SETTINGS))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().slug()).isEqualTo("restore-window-too-long");
                    assertThat(refused.problem().extra()).containsEntry("maximum", "PT168H");
                });
    }
}
