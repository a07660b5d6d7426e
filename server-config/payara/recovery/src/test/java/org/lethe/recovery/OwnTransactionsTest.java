package org.lethe.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnTransactionsTest {
    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            01000000BEEF, BEEF, LEAVE, alive
            02000000BEEF, BEEF, COMMIT, incomplete and to commit
            03000000BEEF, BEEF, ROLL_BACK, incomplete and to roll back
            04000000BEEF, BEEF, LEAVE, incomplete and not at its end yet
            05000000BEEF, BEEF, FORGOTTEN, begun here and ended
            05000000CAFE, BEEF, LEAVE, begun before the last start
            02000000CAFE, BEEF, COMMIT, begun before the last start and recovered
            BEEF, BEEF, LEAVE, without a number
            0005000000BEEF, BEEF, LEAVE, of another length
            05000000BEEF, '', LEAVE, before the first of this process
            05000000, '', LEAVE, nothing of it is known
            """)
    void fateShouldFollowFromWhatIsKnown(String globalId, String life, Fate fate, String why) {
        OwnTransactions own = new OwnTransactions(
                life,
                Set.of("01000000BEEF", "04000000BEEF"),
                Map.of("02000000BEEF", true, "03000000BEEF", false, "04000000BEEF", true, "02000000CAFE", true));

        assertThat(own.of(new PreparedBranch(1, globalId, "lethe-0a1b2c3d")))
                .as(why)
                .isEqualTo(fate);
    }
}
