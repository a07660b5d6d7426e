package org.lethe.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MultipartFilesTest {

    private static final String FILE = "Content-Disposition: form-data; name=\"f\"; filename=\"%s\"\r\n\r\n";

    @Test
    void filesShouldComeInTheirOrderAndFieldsBeLeftOut() throws IOException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nno file\r\n--b\r\n"
                + FILE.formatted("one.jpg") + "1\r\n--b\r\n" + FILE.formatted("größe.jpg") + "22\r\n--b--\r\nepilogue";

        assertThat(read(body, 100)).containsExactly("one.jpg:1", "größe.jpg:22");
    }

    @Test
    void whatWasNotReadOfAFileShouldBeLeftOut() throws IOException {
        String body = "--b\r\n" + FILE.formatted("one.jpg") + "1".repeat(200_000) + "\r\n--b\r\n"
                + FILE.formatted("two.jpg") + "22\r\n--b--\r\n";
        MultipartFiles files = files(body, "b", 300_000);

        files.next().orElseThrow().bytes().close();

        assertThat(files.next().orElseThrow().bytes().readAllBytes()).hasSize(2);
        assertThat(files.next()).isEmpty();
    }

    @Test
    void aBodyThatBreaksOffShouldFailWhereItDoes() throws IOException {
        MultipartFiles files =
                files("--b\r\n" + FILE.formatted("one.jpg") + "1\r\n--b\r\n" + FILE.formatted("x") + "2", "b", 9);

        assertThat(files.next().orElseThrow().bytes().readAllBytes()).hasSize(1);
        MultipartFiles.File second = files.next().orElseThrow();
        assertThatThrownBy(() -> second.bytes().readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void aPreambleAFieldAndHeadersWithoutEndShouldBeRefused() {
        String endless = "x".repeat(2_000_000);
        String field = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n";

        assertThatThrownBy(() -> read(endless, 100)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(field + endless + "\r\n--b--", 100)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("--b\r\nX: " + endless, 100)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read((field + "\r\n").repeat(101) + "--b--", 100))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatCannotBeABoundaryShouldBeRefused() {
        for (String boundary : new String[] {null, "", "b".repeat(71)}) {
            assertThatThrownBy(() -> files("", boundary, 1)).isInstanceOf(IOException.class);
        }
    }

    private static List<String> read(String body, long maxBytes) throws IOException {
        MultipartFiles files = files(body, "b", maxBytes);
        List<String> read = new ArrayList<>();
        for (Optional<MultipartFiles.File> file = files.next(); file.isPresent(); file = files.next()) {
            String name = UploadHeaders.filename(file.get().headers().get("content-disposition"));
            read.add(name + ":" + new String(file.get().bytes().readAllBytes(), UTF_8));
        }
        return read;
    }

    private static MultipartFiles files(String body, String boundary, long maxBytes) throws IOException {
        return new MultipartFiles(new ByteArrayInputStream(body.getBytes(UTF_8)), boundary, maxBytes);
    }
}
