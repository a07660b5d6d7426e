package org.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @Test
    void databaseShouldBeTakenFromTheEnvironment() {
        ExternalServers servers = new ExternalServers(Map.of(
                "LETHE_DB_URL", "jdbc:postgresql://db.example/photos", "LETHE_DB_USER", "u", "LETHE_DB_PASSWORD", "p"));

        assertThat(servers.database()).contains(new DatabaseAddress("db.example", 5432, "photos", "u", "p"));
        assertThat(servers.broker()).isEmpty();
    }

    @Test
    void missingVariableShouldBeNamed() {
        ExternalServers servers = new ExternalServers(Map.of("LETHE_BROKER_URL", "tcp://mq:61616"));

        assertThatExceptionOfType(StartFailedException.class)
                .isThrownBy(servers::broker)
                .withMessage("The variable LETHE_BROKER_USER is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://db/x", "jdbc:postgresql://db", "jdbc:postgresql://db:5432/x?ssl=true"})
    void databaseUrlsThatPoolsCannotExpressShouldBeRefused(String url) {
        assertThatExceptionOfType(StartFailedException.class)
                .isThrownBy(() -> DatabaseAddress.of(url, "u", "p"))
                .withMessageContaining(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mq:61616", "tcp://mq", "(tcp://a:1,tcp://b:2)", "tcp://mq:61616?sslEnabled=true"})
    void brokerUrlsThatTheAdapterCannotExpressShouldBeRefused(String url) {
        assertThatExceptionOfType(StartFailedException.class)
                .isThrownBy(() -> BrokerAddress.of(url, "a", "b", "c", "d"))
                .withMessageContaining(url);
    }

    @Test
    void passwordsShouldNotBePrinted() {
        assertThat(new DatabaseAddress("h", 1, "n", "u", "hidden")).hasToString("jdbc:postgresql://h:1/n as u");
        assertThat(BrokerAddress.of("tcp://h:1", "u", "hidden", "m", "hidden")).hasToString("tcp://h:1 as u and m");
    }

    @Test
    void valuesOfBootCommandsShouldBeEscaped() {
        assertThat(ServerEnvironment.escaped("a:b=c\\d")).isEqualTo("a\\:b\\=c\\\\d");
    }
}
