package org.lethe.album;

import java.time.Instant;
import java.util.UUID;

/** An album as clients see it. */
public record AlbumView(UUID id, String name, Instant createdAt) {

    static AlbumView of(Album album) {
        return new AlbumView(album.id(), album.name(), album.createdAt());
    }
}
