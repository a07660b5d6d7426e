package org.lethe.errorpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            access denied                                             | access denied
            Input/output error                                        | Input/output error
            No space left on device                                   | No space left on device
            still there after it was removed                          | still there after it was removed
            FileNotRemovedException                                   | FileNotRemovedException
            cannot open /mnt/main/51f/photo.jpg: Stale file handle    | cannot open <path>: Stale file handle
            cannot open '/mnt/main/a' again                           | cannot open '<path>' again
            C:\\photos\\a.jpg is in use                               | <path> is in use
            no 51f/0197b2c5-11aa-7b42-8c55-6d1f0e9a751f               | no <path>
            photo 0197b2c5-11aa-7b42-8c55-6d1f0e9a7b21 is locked      | photo <id> is locked
            etag 9b74c9897bac770ffc029102a200c5de differs             | etag <id> differs
            HTTP 503 SlowDown                                         | HTTP 503 SlowDown
            answered 503                                              | answered 503
            error 28: no space                                        | error 28: no space
            errno=13                                                  | errno=13
            no answer after 12034 ms                                  | no answer after <n> ms
            no answer after 1.5 s                                     | no answer after <n> s
            17 of 1000 files                                          | <n> of <n> files
            refused by 10.0.0.17:9000                                 | refused by <address>
            GET https://s3.example/bucket/key?x=1 failed              | GET <url> failed
            SHA-256 differs                                           | SHA-256 differs
            PT10S is over                                             | PT10S is over
            """)
    void whatDiffersFromFileToFileShouldGiveWay(String cause, String normalised) {
        assertThat(CauseText.normalised(cause)).isEqualTo(normalised);
    }

    @Test
    void causesThatDifferInDetailsOnlyShouldBeOne() {
        assertThat(CauseText.normalised("photo 0197b2c5-11aa-7b42-8c55-6d1f0e9a7b21: 4711 bytes are left"))
                .isEqualTo(CauseText.normalised("photo 0197b2c6-22bb-7c53-9d66-7e2f1fab8c32: 815 bytes are left"));
    }

    @Test
    void aNormalisedCauseShouldStayAsItIs() {
        String once = CauseText.normalised("no /a/b of 0197b2c5-11aa-7b42-8c55-6d1f0e9a7b21 after 12034 ms");

        assertThat(CauseText.normalised(once)).isEqualTo(once);
    }

    @Test
    void aCauseShouldBeOneShortLine() {
        assertThat(CauseText.normalised("two\n  lines\u0000 of it")).isEqualTo("two lines of it");
        assertThat(CauseText.normalised("x".repeat(5000))).hasSize(300);
        assertThat(CauseText.normalised(" \n ")).isEqualTo("unknown");
    }
}
