package org.lethe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileKeyTest {

    @Test
    void thePathShouldBeginWithTheLastDigits() {
        FileKey key = new FileKey(UUID.fromString("0b0e3f6a-2a57-4d5b-9d0c-012345678a1f"));

        assertThat(key.path()).isEqualTo("a1f/0b0e3f6a-2a57-4d5b-9d0c-012345678a1f");
    }

    @Test
    void aKeyShouldBeReadFromItsText() {
        FileKey key = FileKey.random();

        assertThat(FileKey.parse(key.toString())).isEqualTo(key);
    }

    @Test
    void textThatIsNoKeyShouldBeRefused() {
        assertThatThrownBy(() -> FileKey.parse("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysMadeInARowShouldShareADirectory() {
        long directories = Stream.generate(FileKey::random)
                .limit(500)
                .map(FileKey::prefix)
                .distinct()
                .count();

        assertThat(directories).isBetween(5L, 6L);
    }

    @Test
    void keysShouldSpreadEvenlyOverTheDirectories() {
        long directories = Stream.generate(FileKey::random)
                .limit(500_000)
                .map(FileKey::prefix)
                .distinct()
                .count();

        assertThat(directories).isEqualTo(4_096);
    }

    @Test
    void keysShouldNeverBeTheSame() {
        long keys = Stream.generate(FileKey::random).limit(100_000).distinct().count();

        assertThat(keys).isEqualTo(100_000);
    }
}
