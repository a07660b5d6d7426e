package org.lethe.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressesTest {

    private final ClientAddresses addresses = new ClientAddresses(List.of("10.0.0.0/8", "::1"));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, '',                            192.0.2.7",
        "192.0.2.7, 198.51.100.1,                  192.0.2.7",
        "10.1.2.3,  198.51.100.1,                  198.51.100.1",
        "10.1.2.3,  '203.0.113.9, 198.51.100.1',   198.51.100.1",
        "10.1.2.3,  '198.51.100.1, 10.9.9.9',      198.51.100.1",
        "10.1.2.3,  '198.51.100.1,evil.example',   10.1.2.3",
        "10.1.2.3,  '198.51.100.1, ',              10.1.2.3",
        "10.1.2.3,  10.4.5.6,                      10.4.5.6",
        "11.1.2.3,  198.51.100.1,                  11.1.2.3",
        "0:0:0:0:0:0:0:1, 2001:db8::7,             2001:db8:0:0:0:0:0:7"
    })
    void onlyWhatATrustedProxySaysShouldCount(String connected, String forwarded, String client) {
        assertThat(addresses.of(connected, forwarded)).isEqualTo(client);
    }
}
