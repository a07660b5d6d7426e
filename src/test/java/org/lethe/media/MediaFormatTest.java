package org.lethe.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFormatTest {

    @Test
    void theFirstBytesShouldTellTheFormat() throws IOException {
        assertThat(MediaFormat.of(Drawn.picture("jpeg", 1, 1))).contains(MediaFormat.JPEG);
        assertThat(MediaFormat.of(Drawn.picture("png", 1, 1))).contains(MediaFormat.PNG);
        assertThat(MediaFormat.of(Drawn.picture("gif", 1, 1))).contains(MediaFormat.GIF);
        assertThat(MediaFormat.of(Drawn.webp("VP8L", new byte[5]))).contains(MediaFormat.WEBP);
        assertThat(MediaFormat.of(Drawn.heic(new byte[0]))).contains(MediaFormat.HEIC);
        assertThat(MediaFormat.of(Drawn.movie("avif", 0))).contains(MediaFormat.AVIF);
        assertThat(MediaFormat.of(Drawn.movie("isom", 0))).contains(MediaFormat.MP4);
        assertThat(MediaFormat.of(Drawn.movie("qt  ", 0))).contains(MediaFormat.MOV);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE html>",
                "%PDF-1.7",
                "PK\u0003\u0004",
                "BM",
                "II*\0",
                "RIFF....WAVEfmt ",
                "\0\0\0\u0014ftyp3gp4\0\0\0\0",
                "GIF88a",
                "\u00ff\u00d8"
            })
    void whatIsNoPhotoShouldBeOfNoFormat(String text) {
        assertThat(MediaFormat.of(text.getBytes(ISO_8859_1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<HTML>", "<?php echo 1;", "%PDF-1.4", "<svg onload='x'>"})
    void whatCouldBeTakenForAPageAsWellShouldBeOfNoFormat(String page) {
        String jpeg = "\u00ff\u00d8\u00ff\u00fe\0@" + page;

        assertThat(MediaFormat.of(jpeg.getBytes(ISO_8859_1))).isEmpty();
    }
}
