package org.lethe.it.fault;

import static org.lethe.it.LetheAssertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Pictures;
import org.lethe.it.SeedAlbum;

@DisplayName("An upload that does not come to its end leaves nothing behind")
class UploadRecoveryIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final int LENGTH = 1_000_000;

    private LetheClient owner;
    private UUID album;

    @BeforeEach
    void anAlbum() {
        owner = lethe.newOwner();
        album = owner.createAlbum("Interrupted");
    }

    @AfterEach
    void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void aClientThatGoesAwayShouldLeaveNothing() throws Exception {
        try (HalfUpload upload = new HalfUpload()) {
            awaitUploading();
            assertThat(owner.photos(album)).isEmpty();
            assertThat(upload.isOpen()).isTrue();
        }

        awaitState("PURGED");
        assertThat(owner.photos(album)).isEmpty();
    }

    @Test
    void anAlbumThatIsDeletedMeanwhileShouldTakeNothing() throws Exception {
        try (HalfUpload upload = new HalfUpload()) {
            awaitUploading();
            Deletion deletion = owner.deleteAlbum(album);
            assertThat(owner.awaitOver(deletion.id())).isCompletedFor(0);

            assertThat(upload.finished()).startsWith("HTTP/1.1 404");
        }

        awaitState("PURGED");
    }

    @Test
    void anUploadThatIsOlderThanItsLimitShouldBeRemovedFromBothStorages() {
        UUID key = SeedAlbum.add(lethe, album, 1).get(0);
        SeedAlbum.add(lethe, album, 1);
        int unfinished = lethe.database()
                .execute(
                        "update photo set state = 'UPLOADING', bytes = null, sha256 = null,"
                                + " created_at = now() - interval '61 minutes'"
                                + " where id = (select photo_id from photo_file where key = ?)",
                        key);
        assertThat(unfinished).isEqualTo(1);

        Awaitility.await("its files are gone")
                .atMost(LetheClient.DEADLINE)
                .until(() -> !lethe.main().path(key).toFile().exists()
                        && !lethe.backup().path(key).toFile().exists());

        assertThat(owner.photos(album)).hasSize(1);
    }

    @Test
    void anUploadThatTakesItsTimeShouldNotBeGivenUp() throws Exception {
        try (HalfUpload upload = new HalfUpload()) {
            awaitUploading();
            UUID lost = anUploadThatIsOverdue();
            Awaitility.await("the reconciler has been at work")
                    .atMost(LetheClient.DEADLINE)
                    .until(() -> !lethe.main().path(lost).toFile().exists());

            assertThat(upload.finished()).startsWith("HTTP/1.1 201");
        }

        assertThat(owner.photos(album)).hasSize(1);
        assertThat(owner.photos(album).get(0).bytes()).isEqualTo(LENGTH);
    }

    private UUID anUploadThatIsOverdue() {
        UUID key = SeedAlbum.add(lethe, album, 1).get(0);
        lethe.database()
                .execute(
                        "update photo set state = 'UPLOADING', created_at = now() - interval '61 minutes'"
                                + " where id = (select photo_id from photo_file where key = ?)",
                        key);
        return key;
    }

    private void awaitUploading() {
        awaitState("UPLOADING");
    }

    private void awaitState(String state) {
        Awaitility.await("a photo that is " + state)
                .atMost(LetheClient.DEADLINE)
                .until(() -> lethe.database()
                        .texts("select state from photo where album_id = ?", album)
                        .contains(state));
    }

    /** A request that says how long it is and sends half of it. */
    private final class HalfUpload implements AutoCloseable {
        private final Socket socket;

        HalfUpload() throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), lethe.url().getPort());
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /api/albums/" + album + "/photos HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: image/jpeg\r\n"
                                    + "Authorization: " + owner.authorization() + "\r\nContent-Length: " + LENGTH
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            sendHalf(0);
        }

        boolean isOpen() {
            return socket.isConnected() && !socket.isClosed();
        }

        /** Sends the other half and answers what the server answered. */
        String finished() throws IOException {
            sendHalf(LENGTH / 2);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        private void sendHalf(int from) throws IOException {
            socket.getOutputStream().write(Pictures.ofSize(LENGTH), from, LENGTH / 2);
            socket.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
