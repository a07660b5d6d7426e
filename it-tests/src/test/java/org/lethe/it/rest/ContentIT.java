package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Reading a photo's bytes")
class ContentIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final String CONTENT = "GIF89a\1\0\1\0abc;efghij";

    private LetheClient owner;
    private Photo photo;
    private String tag;

    @BeforeAll
    void anOwner() {
        owner = lethe.newOwner();
    }

    @BeforeEach
    void aPhotoOfTwentyBytes() {
        photo = owner.upload(owner.createAlbum("Content"), CONTENT.getBytes(StandardCharsets.UTF_8));
        tag = '"' + photo.sha256() + '"';
    }

    @Test
    void theWholeShouldComeWithItsTypeLengthAndTag() {
        Answer answer = content();

        assertThat(answer)
                .hasStatus(200)
                .hasHeader("Content-Type", "image/gif")
                .hasHeader("Content-Length", "20")
                .hasHeader("ETag", tag)
                .hasHeader("Accept-Ranges", "bytes")
                .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(answer.text()).isEqualTo(CONTENT);
        assertThat(answer.header("Cache-Control").orElse("")).contains("private", "no-cache");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,  G,             bytes 0-0/20",
        "bytes=2-5,  F89a,          bytes 2-5/20",
        "bytes=15-,  fghij,         bytes 15-19/20",
        "bytes=-4,   ghij,          bytes 16-19/20",
        "bytes=18-90,ij,            bytes 18-19/20"
    })
    void aPartShouldComeAlone(String range, String part, String contentRange) {
        Answer answer = content("Range", range);

        assertThat(answer)
                .hasStatus(206)
                .hasHeader("Content-Range", contentRange)
                .hasHeader("Content-Length", Integer.toString(part.length()))
                .hasHeader("ETag", tag);
        assertThat(answer.text()).isEqualTo(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=20-", "bytes=20-30", "bytes=-0"})
    void aPartThatLiesOutsideShouldBeRefused(String range) {
        assertThat(content("Range", range))
                .isProblem(416, "range-not-satisfiable")
                .hasHeader("Content-Range", "bytes */20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines=1-2", "bytes=5-2", "bytes=0-1,4-5", "bytes=", "nonsense"})
    void aRangeThatIsNotUnderstoodShouldBeAnsweredWithTheWhole(String range) {
        Answer answer = content("Range", range);

        assertThat(answer).hasStatus(200);
        assertThat(answer.text()).isEqualTo(CONTENT);
    }

    @Test
    void whatTheClientHasShouldNotComeAgain() {
        Answer answer = content("If-None-Match", tag);

        assertThat(answer).hasStatus(304).hasHeader("ETag", tag);
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void whatTheClientHasOfAnotherPhotoShouldComeAgain() {
        assertThat(content("If-None-Match", "\"another\"")).hasStatus(200);
    }

    @Test
    void aPartOfTheSamePhotoShouldComeAlone() {
        assertThat(content("Range", "bytes=2-5", "If-Range", tag)).hasStatus(206);
    }

    @Test
    void aPartOfAnotherPhotoShouldBeAnsweredWithTheWhole() {
        assertThat(content("Range", "bytes=2-5", "If-Range", "\"another\"")).hasStatus(200);
    }

    @Test
    void backupShouldBeReadWhenMainLacksTheFile() throws Exception {
        try (Away onMain = Away.of(lethe.main().path(lethe.fileKey(photo.id())))) {
            assertThat(onMain.file()).doesNotExist();
            assertThat(content().text()).isEqualTo(CONTENT);
            assertThat(content("Range", "bytes=2-5").text()).isEqualTo("F89a");
        }
    }

    @Test
    void aPhotoThatNoStorageHasShouldBeAProblemOfTheServer() throws Exception {
        UUID key = lethe.fileKey(photo.id());
        try (Away onMain = Away.of(lethe.main().path(key));
                Away onBackup = Away.of(lethe.backup().path(key))) {
            assertThat(onMain.file()).doesNotExist();
            assertThat(onBackup.file()).doesNotExist();
            assertThat(content()).isProblem(503, "storage-unavailable").hasHeader("Retry-After");
        }
    }

    @Test
    void aDeletedPhotoShouldNotBeShownToAClientThatHasIt() {
        owner.deletePhoto(photo.id());

        assertThat(content("If-None-Match", tag)).isProblem(404, "not-found");
    }

    private Answer content(String... headers) {
        var request = owner.request("api/photos/" + photo.id() + "/content").GET();
        return owner.send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A file that is put aside until this is closed. */
    private record Away(Path file) implements AutoCloseable {
        static Away of(Path file) throws IOException {
            Files.move(file, aside(file));
            return new Away(file);
        }

        private static Path aside(Path file) {
            return file.resolveSibling("aside");
        }

        @Override
        public void close() throws IOException {
            Files.move(aside(file), file);
        }
    }
}
