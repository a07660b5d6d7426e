package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lethe.settings.LockOutSettings;

class SignInKeysTest {

    private static final LockOutSettings LIMITS =
            new LockOutSettings(5, 50, 100, Duration.ofMinutes(15), Duration.ofHours(1));

    @Test
    void oneCustomersIpv6AddressesShouldBeOne() {
        assertThat(keys("ann", "2001:db8:1:2::7")).isEqualTo(keys("ann", "2001:db8:1:2:ffff::1"));
        assertThat(keys("ann", "2001:db8:1:2::7").address())
                .isNotEqualTo(keys("ann", "2001:db8:1:3::7").address());
    }

    @Test
    void whatIsTypedShouldNotStandInTheTable() {
        assertThat(keys("my secret", "192.0.2.7").all())
                .allSatisfy(
                        one -> assertThat(one.key()).doesNotContain("secret").doesNotContain("192.0.2.7"));
    }

    @Test
    void anotherLoginOrAddressShouldBeCountedApart() {
        assertThat(keys("ann", "192.0.2.7").both())
                .isNotEqualTo(keys("ann", "192.0.2.8").both());
        assertThat(keys("ann", "192.0.2.7").both())
                .isNotEqualTo(keys("bob", "192.0.2.7").both());
        assertThat(keys("ann", "192.0.2.7").login())
                .isEqualTo(keys("ann", "192.0.2.8").login());
        assertThat(keys("ann", "192.0.2.7").address())
                .isEqualTo(keys("bob", "192.0.2.7").address());
    }

    private static SignInKeys keys(String login, String address) {
        return SignInKeys.of(login, address, LIMITS);
    }
}
