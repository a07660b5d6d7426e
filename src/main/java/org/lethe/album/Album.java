package org.lethe.album;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An album's row. With a deletion it is deleted, and so is everything in it. */
@Entity
@Table(name = "album")
public class Album {

    @Id
    private UUID id;

    private UUID ownerId;
    private String name;

    @SuppressWarnings("UnusedVariable") // only queries read it
    private UUID coverPhotoId;

    private Instant createdAt;
    private UUID deletionId;
    private Instant deletedAt;

    /** For the persistence provider. */
    protected Album() {}

    Album(UUID id, UUID ownerId, String name, Instant createdAt) {
        this.id = id;
        this.ownerId = ownerId;
        this.name = name;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The deletion that hid this album; null while it is live. */
    public UUID deletionId() {
        return deletionId;
    }

    /** When it was deleted, by the database's clock; null while it is live. */
    public Instant deletedAt() {
        return deletedAt;
    }

    void renamed(String newName) {
        name = newName;
    }

    /** Null leaves it to the newest photo. A photo that is deleted or moved away later is no cover any more. */
    void coverChosen(UUID photo) {
        coverPhotoId = photo;
    }
}
