package org.lethe.photo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=10-19, 10, 10",
        "bytes=90-, 90, 10",
        "bytes=90-1000, 90, 10",
        "bytes=-5, 95, 5",
        "bytes=-500, 0, 100"
    })
    void oneRangeShouldBeCutOut(String header, long first, long length) {
        ByteRange range = ByteRange.of(header, 100).orElseThrow();

        assertThat(range.first()).isEqualTo(first);
        assertThat(range.length()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=", "bytes=-", "bytes=5-4", "lines=1-2", "bytes=0-1,5-6", "bytes=a-b"})
    void headerThatIsNotUnderstoodShouldGiveTheWhole(String header) {
        assertThat(ByteRange.of(header, 100)).contains(ByteRange.whole(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void rangeOutsideShouldNotBeSatisfiable(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @Test
    void contentRangeShouldNameTheLastByteAndTheTotal() {
        assertThat(ByteRange.of("bytes=10-19", 100).orElseThrow().contentRange())
                .isEqualTo("bytes 10-19/100");
    }
}
