package org.lethe.album;

import java.time.Instant;
import java.util.UUID;
import org.lethe.page.Cursor;

/**
 * An album as its owner sees it.
 *
 * @param coverPhotoId the photo that the owner chose while it is in the album, else the newest; null when it is empty
 */
public record AlbumView(UUID id, String name, Instant createdAt, UUID coverPhotoId) {

    static AlbumView empty(Album album) {
        return new AlbumView(album.id(), album.name(), album.createdAt(), null);
    }

    Cursor place() {
        return new Cursor(createdAt, id);
    }
}
