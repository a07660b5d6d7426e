package org.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOptionsTest {
    @Test
    void optionsShouldHaveDefaultsWhenNothingIsWritten() {
        assertThat(RunOptions.of(List.of())).isEqualTo(new RunOptions(8080, Path.of(".lethe"), "1g"));
    }

    @Test
    void optionsShouldBeTakenInAnyOrder() {
        RunOptions options = RunOptions.of(List.of("--heap", "512m", "--data", "/var/x", "--port", "9000"));

        assertThat(options).isEqualTo(new RunOptions(9000, Path.of("/var/x"), "512m"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --prot 80        | There is no option --prot
                    --port           | The option --port lacks its value
                    --port eighty    | --port is eighty
                    --port 0         | --port is 0
                    --port 65536     | --port is 65536
                    --port 999999999999 | --port is 999999999999
                    --heap much      | "much" is not a size of memory
                    --heap 512       | "512" is not a size of memory
                    """)
    void badOptionsShouldBeRefusedWithTheReason(String written, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunOptions.of(List.of(written.split(" "))))
                .withMessageContaining(reason);
    }
}
