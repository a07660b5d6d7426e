package org.lethe.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void whatAStrangerSaysOfItselfShouldNotBeBelieved() {
        assertThat(address(Set.of(), "203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
    }

    @Test
    void whatATrustedProxySaysShouldBeBelievedAndNoFurther() {
        assertThat(address(Set.of("10.0.0.1"), "10.0.0.1", "192.0.2.66, 203.0.113.9"))
                .isEqualTo("203.0.113.9");
        assertThat(address(Set.of("10.0.0.1", "10.0.0.2"), "10.0.0.1", "203.0.113.9", "10.0.0.2"))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void aProxyThatSaysNothingShouldBeTheClient() {
        assertThat(address(Set.of("10.0.0.1"), "10.0.0.1")).isEqualTo("10.0.0.1");
    }

    private static String address(Set<String> trusted, String remote, String... forwardedFor) {
        return new ClientAddress(trusted).of(remote, Collections.enumeration(List.of(forwardedFor)));
    }
}
