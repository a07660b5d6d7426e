package org.lethe.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureCsvTest {

    @Test
    void cellsShouldBeSeparatedByCommasAndEndWithALine() {
        assertThat(FailureCsv.line(List.of("a", "", "c d"))).isEqualTo("a,,c d\r\n");
    }

    @Test
    void whatWouldEndACellShouldBeQuoted() {
        assertThat(FailureCsv.line(List.of("a,b", "say \"no\"", "two\r\nlines")))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\r\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\uFF1D1"})
    void noCellShouldBeAFormula(String cell) {
        assertThat(FailureCsv.line(List.of(cell))).isEqualTo("'" + cell + "\r\n");
    }

    @Test
    void aFormulaThatNeedsQuotesShouldHaveBoth() {
        assertThat(FailureCsv.line(List.of("=HYPERLINK(\"http://x\",\"y\")")))
                .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
        assertThat(FailureCsv.line(List.of("\r=1"))).isEqualTo("\"'\r=1\"\r\n");
    }

    @Test
    void theHeaderShouldNameEveryColumn() {
        assertThat(FailureCsv.HEADER.split(",", -1)).hasSize(17);
    }
}
