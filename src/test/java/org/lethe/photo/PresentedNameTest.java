package org.lethe.photo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedNameTest {

    @Test
    void aPlainNameShouldStandAsItIs() {
        assertThat(PresentedName.of(false, "beach.jpg"))
                .isEqualTo("inline; filename=\"beach.jpg\"; filename*=UTF-8''beach.jpg");
    }

    @Test
    void aDownloadShouldBeAnAttachment() {
        assertThat(PresentedName.of(true, "a b.jpg"))
                .isEqualTo("attachment; filename=\"a b.jpg\"; filename*=UTF-8''a%20b.jpg");
    }

    @Test
    void anyLanguageShouldBeKept() {
        assertThat(PresentedName.of(false, "해변.jpg"))
                .isEqualTo("inline; filename=\"__.jpg\"; filename*=UTF-8''%ED%95%B4%EB%B3%80.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: x=y", "a\"; filename=\"evil.exe", "a\\\"b", "50%.jpg", "\u0000"})
    void noNameShouldEscapeFromTheHeader(String name) {
        String header = PresentedName.of(false, name);

        assertThat(header)
                .matches("inline; filename=\"[ -~&&[^\"\\\\%]]*\"; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*");
    }

    @Test
    void whatHasNoNameShouldGetNone() {
        assertThat(PresentedName.of(true, null)).isEqualTo("attachment");
    }
}
