package org.lethe.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;
import org.lethe.storage.StorageId;
import org.lethe.storage.StorageUnavailableException;

class OriginalTest {

    private static final byte[] BYTES = {1, 2, 3};

    @Test
    void aStorageThatFailsWhileItIsDecodedShouldNotCountAsABrokenPicture() {
        Original original = new Original(new SequenceInputStream(new ByteArrayInputStream(BYTES), new Gone()));

        assertThatThrownBy(original::readAllBytes).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(original::requireRead).isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void whatWasReadShouldBeWhatIsThere() throws IOException {
        Original original = new Original(new ByteArrayInputStream(BYTES));

        assertThat(original.readAllBytes()).isEqualTo(BYTES);
        assertThatCode(original::requireRead).doesNotThrowAnyException();
    }

    private static final class Gone extends InputStream {

        @Override
        public int read() {
            return read(new byte[1], 0, 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            throw new StorageUnavailableException(StorageId.MAIN, "planted");
        }
    }
}
