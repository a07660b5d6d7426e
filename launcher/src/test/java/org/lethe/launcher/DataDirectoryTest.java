package org.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path parent;

    @Test
    void directoryShouldBeReadableByItsOwnerOnly() throws IOException {
        try (DataDirectory data = DataDirectory.claim(parent.resolve("a/b"))) {
            assertThat(permissions(data.root())).isEqualTo("rwx------");
        }
    }

    @Test
    void secondLauncherShouldBeRefusedUntilTheFirstIsGone() {
        try (DataDirectory first = DataDirectory.claim(parent)) {
            assertThatExceptionOfType(StartFailedException.class)
                    .isThrownBy(() -> DataDirectory.claim(parent))
                    .withMessageContaining(first.root() + " is in use by another launcher");
        }

        DataDirectory.claim(parent).close();
    }

    @Test
    void passwordsShouldStayAndDifferFromEachOther() throws IOException {
        Path file = parent.resolve("secrets.properties");

        Secrets first = new Secrets(file);
        String admin = first.admin();
        Secrets second = new Secrets(file);

        assertThat(second.admin()).isEqualTo(admin).isNotEqualTo(second.database());
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void administratorsPasswordShouldBeUnseenUntilItWasShown() {
        Path file = parent.resolve("secrets.properties");
        new Secrets(file).admin();

        assertThat(new Secrets(file).isAdminUnseen()).isTrue();
        new Secrets(file).adminSeen();

        assertThat(new Secrets(file).isAdminUnseen()).isFalse();
    }

    @Test
    void chosenAdministratorsPasswordShouldNotBeShown() {
        Secrets secrets = new Secrets(parent.resolve("secrets.properties"));

        secrets.chooseAdmin("chosen by a person");

        assertThat(secrets.admin()).isEqualTo("chosen by a person");
        assertThat(secrets.isAdminUnseen()).isFalse();
    }

    @Test
    void nodeShouldKeepItsNameAndItsPorts() {
        Path file = parent.resolve("node.properties");

        NodeIdentity first = new NodeIdentity(file);
        String name = first.name();
        int port = first.port("broker");
        NodeIdentity second = new NodeIdentity(file);

        assertThat(name).matches("lethe-[0-9a-f]{8}");
        assertThat(second.name()).isEqualTo(name);
        assertThat(second.port("broker")).isEqualTo(port);
    }

    @Test
    void nodeShouldTakeAnotherPortWhenItsOwnIsBusy() throws IOException {
        NodeIdentity node = new NodeIdentity(parent.resolve("node.properties"));
        int port = node.port("broker");

        try (ServerSocket somebody = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(node.port("broker")).isNotEqualTo(somebody.getLocalPort());
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
