package org.lethe.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void aReportOfTwoMeasurements() throws IOException {
        file = directory.resolve("docs/benchmarks.md");
        ReportFile report = ReportFile.at(file);
        report.put(new Section("Speed", List.of(figure("speed", "10", true)), "It ran.\n\n### Details\n\nold speed"));
        report.put(new Section("Memory", List.of(figure("memory", "20", true)), "old memory"));
    }

    @Test
    void aMeasurementShouldTakeThePlaceOfItsFormerSelfAndLeaveTheOthers() throws IOException {
        ReportFile.at(file).put(new Section("Speed", List.of(figure("speed", "7", false)), "new speed"));

        assertThat(Files.readString(file)).contains("""
                        ## Must hold

                        | what | measured | held against | must be | holds |
                        |---|---|---|---|---|
                        | speed | 7 | others | at least 8 | **no** |
                        | memory | 20 | others | at least 8 | yes |

                        ## Speed

                        new speed

                        ## Memory

                        old memory
                        """).doesNotContain("old speed");
    }

    @Test
    void measuringTheSameAgainShouldChangeNothing() throws IOException {
        String before = Files.readString(file);

        ReportFile.at(file).put(new Section("Memory", List.of(figure("memory", "20", true)), "old memory"));

        assertThat(file).hasContent(before);
    }

    private static Figure figure(String what, String measured, boolean holds) {
        return new Figure(what, measured, "others", "at least 8", holds);
    }
}
