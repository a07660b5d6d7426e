package org.lethe.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.fileupload2.core.MultipartInput;

/**
 * The files of a multipart/form-data body (RFC 7578), one after the other as they come: none is kept in memory or on
 * disk. Preamble, headers and fields that are no files are bounded; what follows the last boundary is not read.
 */
final class MultipartFiles {

    private static final int BUFFER_BYTES = 64 << 10;
    private static final int MOST_HEADER_BYTES = 4 << 10;
    private static final int LONGEST_BOUNDARY = 70; // RFC 2046, 5.1.1
    private static final int MOST_FIELDS = 100;
    private static final int MOST_FIELD_BYTES = 4 * BUFFER_BYTES;

    private final BoundedBody body;
    private final MultipartInput parts;
    private final long maxFileBytes;
    private boolean begun;
    private int fields;

    /** @throws IOException when there is no boundary, or none that could be one */
    MultipartFiles(InputStream body, String boundary, long maxFileBytes) throws IOException {
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw new IOException("Content-Type needs a boundary of 1 to " + LONGEST_BOUNDARY + " characters");
        }
        this.body = new BoundedBody(body);
        this.body.allow(MOST_FIELD_BYTES);
        this.maxFileBytes = maxFileBytes;
        this.parts = MultipartInput.builder()
                .setInputStream(this.body)
                .setBufferSize(BUFFER_BYTES)
                .setBoundary(boundary.getBytes(ISO_8859_1))
                .setPartHeaderSizeMax(MOST_HEADER_BYTES)
                .get();
        parts.setHeaderCharset(UTF_8);
    }

    /**
     * A part with a file name; its bytes must be read or left before the next is asked for.
     *
     * @param headers by their names in lower case
     */
    record File(Map<String, String> headers, InputStream bytes) {}

    /** The next file, or empty after the last. */
    Optional<File> next() throws IOException {
        while (hasNext()) {
            Map<String, String> headers = headers(parts.readHeaders());
            InputStream content = parts.newInputStream();
            if (headers.getOrDefault("content-disposition", "")
                    .toLowerCase(Locale.ROOT)
                    .contains("filename")) {
                body.allow(maxFileBytes + MOST_FIELD_BYTES);
                return Optional.of(new File(headers, content));
            }
            leave(content);
        }
        return Optional.empty();
    }

    private boolean hasNext() throws IOException {
        body.allow(MOST_FIELD_BYTES);
        if (begun) {
            return parts.readBoundary();
        }
        begun = true;
        return parts.skipPreamble();
    }

    private void leave(InputStream content) throws IOException {
        fields++;
        if (fields > MOST_FIELDS) {
            throw new IOException("there are more than " + MOST_FIELDS + " parts that are no files");
        }
        body.allow(MOST_FIELD_BYTES);
        content.close();
    }

    private static Map<String, String> headers(String lines) {
        return Arrays.stream(lines.split("\r\n", -1))
                .filter(line -> line.indexOf(':') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (first, second) -> first));
    }
}
