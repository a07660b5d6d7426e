package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerifiedPasswordsTest {

    private final PlainPasswordHash hash = new PlainPasswordHash();
    private final SettableClock clock = new SettableClock();
    private final VerifiedPasswords verified = new VerifiedPasswords(new PasswordHashing(hash), clock);

    @Test
    void aRightPasswordShouldBeComparedOnce() {
        assertThat(verified.matches("ann", "river", "hash of river")).isTrue();
        assertThat(verified.matches("ann", "river", "hash of river")).isTrue();

        assertThat(hash.comparisons).hasValue(1);
    }

    @Test
    void aWrongPasswordShouldBeComparedEachTime() {
        assertThat(verified.matches("ann", "lake", "hash of river")).isFalse();
        assertThat(verified.matches("ann", "lake", "hash of river")).isFalse();

        assertThat(hash.comparisons).hasValue(2);
    }

    @Test
    void aChangedPasswordShouldBeComparedAnew() {
        verified.matches("ann", "river", "hash of river");

        assertThat(verified.matches("ann", "river", "hash of lake")).isFalse();
    }

    @Test
    void anotherLoginWithTheSamePasswordShouldBeComparedAnew() {
        verified.matches("ann", "river", "hash of river");
        verified.matches("bob", "river", "hash of river");

        assertThat(hash.comparisons).hasValue(2);
    }

    @Test
    void partsShouldNotRunIntoEachOther() {
        verified.matches("ann", "river", "hash of river");

        assertThat(verified.matches("annr", "iver", "hash of river")).isFalse();
    }

    @Test
    void aPasswordThatIsUsedShouldStayKnown() {
        for (int i = 0; i < 10; i++) {
            verified.matches("ann", "river", "hash of river");
            clock.move(Duration.ofMinutes(4));
        }

        assertThat(hash.comparisons).hasValue(1);
    }

    @Test
    void aPasswordThatIsNotUsedShouldBeForgotten() {
        verified.matches("ann", "river", "hash of river");
        clock.move(Duration.ofMinutes(6));
        verified.matches("ann", "river", "hash of river");

        assertThat(hash.comparisons).hasValue(2);
    }
}
