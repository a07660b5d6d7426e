package org.lethe.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetheSettingsTest {

    @Test
    void whatIsNotSetShouldHaveItsDefault() {
        LetheSettings settings = SettingsOf.with();

        assertThat(settings.storage().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.storage().threads()).isEqualTo(32);
        assertThat(settings.removal()).isEqualTo(new RemovalSettings(1000, 5000, 2, 8, 8, 0));
        assertThat(settings.upload())
                .isEqualTo(new UploadSettings(
                        2_147_483_648L, 268_435_456L, 100, 1L << 40, 100, Duration.ofDays(1), Duration.ofHours(1)));
        assertThat(settings.deletion())
                .isEqualTo(new DeletionSettings(Duration.ZERO, Duration.ofDays(30), 10_000, Duration.ofHours(1)));
        assertThat(settings.reconcile())
                .isEqualTo(
                        new ReconcileSettings(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(15)));
        assertThat(settings.transaction())
                .isEqualTo(new TransactionSettings(Duration.ofSeconds(60), Duration.ofMinutes(2)));
        assertThat(settings.broker().url()).isEqualTo("tcp://127.0.0.1:61616");
        assertThat(settings.database().socketTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.account().adminPassword()).isEmpty();
        assertThat(settings.metrics().period()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void whatIsSetShouldBeRead() {
        LetheSettings settings = SettingsOf.with(
                "lethe.removal.chunk-size", "250",
                "lethe.deletion.restore-window", "P1D",
                "lethe.storage.main.directory", "/photos/../disk1/");

        assertThat(settings.removal().chunkSize()).isEqualTo(250);
        assertThat(settings.deletion().restoreWindow()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.storage().mainDirectory()).isEqualTo(Path.of("/disk1"));
    }

    @Test
    void allThatIsMissingShouldBeToldAtOnce() {
        SettingsException refused =
                catchThrowableOfType(SettingsException.class, () -> LetheSettings.from(SettingsOf.of(Map.of())));

        assertThat(refused.faults())
                .extracting(SettingFault::key)
                .containsExactly(
                        "lethe.node.name",
                        "lethe.storage.main.directory",
                        "lethe.storage.backup.directory",
                        "lethe.broker.management.user",
                        "lethe.broker.management.password");
    }

    @Test
    void everyFaultShouldBeToldWithKeyValueRuleAndOrigin() {
        assertThatThrownBy(() -> SettingsOf.with(
                        "lethe.removal.chunk-size", "0", "lethe.storage.timeout", "soon", "lethe.storage.threads", "3"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("""
                        4 setting(s) cannot be used; Lethe does not start:
                          lethe.storage.timeout = soon: must be an ISO 8601 duration (PT10S) from PT0.1S to PT10M (from PropertiesConfigSource[source=test.properties])
                          lethe.removal.chunk-size = 0: must be a whole number from 1 to 2000 (from PropertiesConfigSource[source=test.properties])
                          lethe.removal.main.sessions = 8: must not be more than lethe.storage.threads, which is 3 (from default)
                          lethe.removal.backup.sessions = 8: must not be more than lethe.storage.threads, which is 3 (from default)""");
    }

    @ParameterizedTest
    @CsvSource({
        "lethe.node.name, 'two words'",
        "lethe.storage.main.directory, relative/path",
        "lethe.storage.threads, 0",
        "lethe.removal.chunk-size, 2001",
        "lethe.removal.chunk-size, many",
        "lethe.removal.page-size, 10001",
        "lethe.removal.main.sessions, 65",
        "lethe.removal.consumer-window-size, 1",
        "lethe.removal.consumer-window-size, -1",
        "lethe.deletion.restore-window, P91D",
        "lethe.deletion.restore-window, -PT1S",
        "lethe.upload.max-bytes, 0",
        "lethe.broker.url, http://127.0.0.1",
        "lethe.admin.password, short",
        // relations
        "lethe.storage.main.directory, /photos/backup",
        "lethe.storage.main.directory, /photos/backup/main",
        "lethe.storage.backup.directory, /photos/main/backup",
        "lethe.storage.timeout, PT60S",
        "lethe.broker.call-timeout, PT61S",
        "lethe.database.socket-timeout, PT60S",
        "lethe.in-doubt.limit, PT60S",
        "lethe.upload.intent-limit, PT60S",
        "lethe.reconcile.grace, PT15M"
    })
    void oneWrongValueShouldBeOneFault(String key, String value) {
        SettingsException refused = catchThrowableOfType(SettingsException.class, () -> SettingsOf.with(key, value));

        assertThat(refused.faults()).hasSize(1);
        assertThat(refused.getMessage()).contains(key);
    }

    @ParameterizedTest
    @CsvSource({
        "lethe.storage.main.directory, /photos/backup2",
        "lethe.storage.timeout, PT59.9S",
        "lethe.removal.chunk-size, 2000",
        "lethe.broker.url, '(tcp://a:61616,tcp://b:61616)?ha=true'"
    })
    void whatIsJustWithinTheRuleShouldBeAccepted(String key, String value) {
        assertThat(SettingsOf.with(key, value)).isNotNull();
    }

    @Test
    void passwordsShouldNeverShow() {
        String shown = SettingsOf.with("lethe.admin.password", "battery staple").toString();

        assertThat(shown).doesNotContain("battery", "horse").contains("(secret)");
        assertThatThrownBy(() -> SettingsOf.with("lethe.admin.password", "staple"))
                .message()
                .contains("lethe.admin.password = (secret)")
                .doesNotContain("staple");
    }

    @Test
    void aPasswordShouldBeKeptAsItIs() {
        LetheSettings settings = SettingsOf.with("lethe.broker.management.password", " with spaces ");

        assertThat(settings.broker().managementPassword().reveal()).isEqualTo(" with spaces ");
    }

    @Test
    void everySettingShouldStandInTheTableOnce() {
        List<String> keys = Setting.ALL.stream().<String>map(Setting::key).toList();

        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.startsWith("lethe."));
    }
}
