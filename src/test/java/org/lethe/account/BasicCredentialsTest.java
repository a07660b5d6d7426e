package org.lethe.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    @Test
    void loginAndPasswordShouldBeReadAtTheFirstColon() {
        assertThat(BasicCredentials.of("Basic " + base64("ann:pass:word")))
                .contains(new BasicCredentials("ann", "pass:word"));
    }

    @Test
    void theSchemeShouldBeReadInAnyCase() {
        assertThat(BasicCredentials.of("basic " + base64("ann:river"))).contains(new BasicCredentials("ann", "river"));
    }

    @Test
    void lettersOfAnyLanguageShouldBeRead() {
        assertThat(BasicCredentials.of("Basic " + base64("änn:Fluß"))).contains(new BasicCredentials("änn", "Fluß"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic !!!", "Basic YW5u", "Bearer YW5uOnJpdmVy"})
    void anythingElseShouldBeNoCredentials(String header) {
        assertThat(BasicCredentials.of(header)).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
