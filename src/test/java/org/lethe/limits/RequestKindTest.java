package org.lethe.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestKindTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/albums, READS",
        "HEAD, /api/photos/1, READS",
        "GET, /api/photos/1/content, DOWNLOADS",
        "GET, /api/photos/1/thumbnail, DOWNLOADS",
        "GET, /api/photos/1/content/, DOWNLOADS",
        "GET, /api/deletions/1/events, READS",
        "POST, /api/albums, WRITES",
        "PATCH, /api/photos/1, WRITES",
        "POST, /api/albums/1/photos, UPLOADS",
        "PATCH, /api/uploads/1, UPLOADS",
        "DELETE, /api/albums/1, DELETES",
        "POST, /api/deletions, DELETES",
        "POST, /api/deletions/1/restore, DELETES",
        "POST, /api/tokens, WRITES"
    })
    void aRequestShouldBeOfItsKind(String method, String path, RequestKind kind) {
        assertThat(RequestKind.of(method, path)).isEqualTo(kind);
    }
}
