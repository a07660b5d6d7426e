package org.lethe.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.problem.ProblemException;

class NewUploadTest {

    private static final UUID ALBUM = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    @Test
    void theMetadataShouldBeReadAsTusWritesIt() {
        NewUpload upload = NewUpload.of(
                "1000", "albumId " + base64(ALBUM.toString()) + ",filename " + base64("a/größe.jpg") + ",raw");

        assertThat(upload.albumId()).isEqualTo(ALBUM);
        assertThat(upload.filename()).isEqualTo("größe.jpg");
        assertThat(upload.bytes()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "x", "99999999999999999999", "''"})
    void aLengthThatIsNoneShouldBeRefused(String length) {
        assertThatThrownBy(() -> NewUpload.of(length, "albumId " + base64(ALBUM.toString())))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({"albumId", "albumId ***", "filename eA==", "albumId eA=="})
    void metadataWithoutAnAlbumShouldBeRefused(String metadata) {
        assertThatThrownBy(() -> NewUpload.of("1000", metadata)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> NewUpload.of("1000", null)).isInstanceOf(ProblemException.class);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
