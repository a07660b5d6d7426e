package org.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerEnvironmentTest {

    @TempDir
    Path directory;

    @Test
    void theBootCommandsShouldKnowTheLimitsThatTheApplicationIsTold() {
        Map<String, String> variables =
                environment(Map.of("LETHE_TRANSACTION_TIMEOUT", "PT1M30S", "LETHE_DATABASE_SOCKET_TIMEOUT", "PT7S"));

        assertThat(variables)
                .containsEntry("LETHE_TRANSACTION_TIMEOUT", "PT1M30S")
                .containsEntry("LETHE_BOOT_TRANSACTION_SECONDS", "90")
                .containsEntry("LETHE_BOOT_SOCKET_SECONDS", "7");
    }

    @Test
    void theyShouldKnowTheDefaultsWhereNothingOrNothingReadableIsSet() {
        Map<String, String> variables = environment(Map.of("LETHE_DATABASE_SOCKET_TIMEOUT", "soon"));

        assertThat(variables)
                .containsEntry("LETHE_BOOT_TRANSACTION_SECONDS", "60")
                .containsEntry("LETHE_BOOT_SOCKET_SECONDS", "30")
                .containsEntry("LETHE_BOOT_STATEMENT_SECONDS", "20")
                .containsEntry("LETHE_DATABASE_SOCKET_TIMEOUT", "soon");
    }

    private Map<String, String> environment(Map<String, String> asked) {
        try (DataDirectory data = DataDirectory.claim(directory)) {
            return new ServerEnvironment("lethe-1", data).and(asked);
        }
    }
}
