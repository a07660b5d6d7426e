package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTextTest {

    @Test
    void aNewTokenShouldBeRecognisableAndLikeNoOther() {
        TokenText token = TokenText.random();

        assertThat(token.text()).matches("lethe_[A-Za-z0-9_-]{43}");
        assertThat(token).isNotEqualTo(TokenText.random());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer lethe_abc", "bearer lethe_abc", "BEARER   lethe_abc "})
    void theSchemeShouldBeReadInAnyCase(String header) {
        assertThat(TokenText.of(header)).contains(new TokenText("lethe_abc"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearerlethe_abc", "Basic YW5uOnJpdmVy", "lethe_abc"})
    void anythingElseShouldBeNoToken(String header) {
        assertThat(TokenText.of(header)).isEmpty();
    }

    /** The example of FIPS 180-4 with the message "abc". */
    @Test
    void theHashShouldBeTheSha256OfTheText() {
        assertThat(new TokenText("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theTextShouldNotShow() {
        assertThat(new TokenText("lethe_abc").toString()).doesNotContain("abc");
    }
}
