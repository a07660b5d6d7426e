package org.lethe.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void theSameRequestShouldBeKnownAgain() {
        assertThat(new Fingerprint().with("POST").with("/api/albums").text())
                .isEqualTo(new Fingerprint().with("POST").with("/api/albums").text())
                .hasSize(64);
    }

    @Test
    void partsShouldNotRunIntoEachOther() {
        assertThat(new Fingerprint().with("ab").with("c").text())
                .isNotEqualTo(new Fingerprint().with("a").with("bc").text());
    }

    @Test
    void aSecretShouldBeHashedWithItsKey() {
        String one = new Fingerprint().with("secret").slowText("one");

        assertThat(one).isEqualTo(new Fingerprint().with("secret").slowText("one"));
        assertThat(one).isNotEqualTo(new Fingerprint().with("secret").slowText("other"));
        assertThat(one).isNotEqualTo(new Fingerprint().with("secret").text());
    }
}
