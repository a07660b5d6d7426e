package org.lethe.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void cellsShouldBeSeparatedByCommasAndEndWithALine() {
        assertThat(Csv.line("a", null, "", 1, "c d")).isEqualTo("a,,,1,c d\r\n");
    }

    @Test
    void whatWouldEndACellShouldBeQuoted() {
        assertThat(Csv.line("a,b", "say \"no\"", "two\r\nlines"))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\r\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\uFF1D1"})
    void noCellShouldBeAFormula(String cell) {
        assertThat(Csv.line(cell)).isEqualTo("'" + cell + "\r\n");
    }

    @Test
    void aFormulaThatNeedsQuotesShouldHaveBoth() {
        assertThat(Csv.line("=HYPERLINK(\"http://x\",\"y\")"))
                .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
        assertThat(Csv.line("\r=1")).isEqualTo("\"'\r=1\"\r\n");
    }
}
