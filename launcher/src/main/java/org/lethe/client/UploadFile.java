package org.lethe.client;

import jakarta.json.JsonObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Uploads one file, with its checksum, unless the album has it. What fails is noted, but for a server that is not there. */
final class UploadFile {

    private static final int PIECE = 1 << 16;
    private static final int TRIES = 3;

    private final Api api;
    private final String album;
    private final Set<String> there;
    private final Tally tally;

    /** @param there the checksums of what the album has; those of what is uploaded are added */
    UploadFile(Api api, String album, Set<String> there, Tally tally) {
        this.api = api;
        this.album = album;
        this.there = there;
        this.tally = tally;
    }

    Void run(Path file) throws InterruptedException {
        try {
            byte[] sha256 = sha256(file);
            String checksum = HexFormat.of().formatHex(sha256);
            if (there.add(checksum)) {
                upload(file, sha256, checksum);
            } else {
                tally.sent(Files.size(file));
                tally.alreadyThere();
            }
        } catch (IOException e) {
            tally.failed(file + ": " + (e.getMessage() == null ? e : e.getMessage()));
        }
        return null;
    }

    private void upload(Path file, byte[] sha256, String checksum) throws IOException, InterruptedException {
        try {
            note(upload(file, sha256), Files.size(file));
        } catch (IOException e) {
            there.remove(checksum);
            throw e;
        }
    }

    private void note(JsonObject photo, long size) {
        if (photo.getBoolean("duplicate", false)) {
            tally.alreadyThere();
        } else {
            tally.uploaded(size);
        }
    }

    /** A connection that breaks is tried again: the server finds out by the checksum if it has it all the same. */
    private JsonObject upload(Path file, byte[] sha256) throws IOException, InterruptedException {
        Map<String, String> headers = Map.of(
                "Content-Type", "application/octet-stream",
                "Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file),
                "Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ':');
        for (int left = TRIES - 1; ; left--) {
            try {
                return api.upload("albums/" + album + "/photos", body(file), headers);
            } catch (Refused e) {
                throw e;
            } catch (IOException e) {
                if (left == 0) {
                    throw e;
                }
                Thread.sleep(1000);
            }
        }
    }

    private static String encoded(Path file) {
        return URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private BodyPublisher body(Path file) throws IOException {
        long size = Files.size(file);
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> open(file));
        return size == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(stream, size);
    }

    private InputStream open(Path file) {
        try {
            return new Counted(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            tally.sent(Math.max(0, read));
            return read;
        }
    }
}
