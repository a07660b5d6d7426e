package org.lethe.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {

    @ParameterizedTest
    @CsvSource({"0,8", "1,7", "2,6", "3,6", "4,5", "7,5", "8,4", "127,1", "128,0", "100000,0"})
    void urgencyShouldFallWithThePage(int page, int priority) {
        assertThat(Urgency.ofPage(page).jmsPriority()).isEqualTo(priority);
    }
}
