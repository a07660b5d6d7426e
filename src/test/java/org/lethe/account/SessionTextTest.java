package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionTextTest {

    @Test
    void noTwoShouldBeAlike() {
        assertThat(SessionText.random()).isNotEqualTo(SessionText.random());
        assertThat(SessionText.random().text()).hasSize(43);
    }

    @Test
    void theCsrfTokenShouldBeOfTheSessionAndTellNothingOfIt() {
        SessionText session = SessionText.random();

        assertThat(session.isCsrfToken(session.csrfToken())).isTrue();
        assertThat(session.isCsrfToken(SessionText.random().csrfToken())).isFalse();
        assertThat(session.isCsrfToken("")).isFalse();
        assertThat(session.isCsrfToken(null)).isFalse();
        assertThat(session.csrfToken()).isNotEqualTo(session.text()).isNotEqualTo(session.hash());
    }

    @Test
    void itsTextShouldNotShowByAccident() {
        SessionText session = SessionText.random();

        assertThat(session.toString()).doesNotContain(session.text());
    }
}
