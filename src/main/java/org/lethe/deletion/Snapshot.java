package org.lethe.deletion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A dry run's row: what it counted, and the deletion that carried it out. */
@Entity
@Table(name = "deletion_snapshot")
public class Snapshot {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID ownerId;

    @Column(updatable = false)
    private UUID albumId;

    @Column(updatable = false)
    private long photos;

    @Column(updatable = false)
    private long files;

    @Column(updatable = false)
    private long bytes;

    @Column(updatable = false)
    private Instant expiresAt;

    private UUID deletionId;

    /** For the persistence provider. */
    protected Snapshot() {}

    public UUID id() {
        return id;
    }

    public UUID ownerId() {
        return ownerId;
    }

    /** The album, when it is of one; null when photos were named. */
    public UUID albumId() {
        return albumId;
    }

    public long photos() {
        return photos;
    }

    /** The files of the photos, each of which stands on every storage. */
    public long files() {
        return files;
    }

    /** The bytes of the originals, on one storage. */
    public long bytes() {
        return bytes;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** The deletion that carried it out; null before. */
    public UUID deletionId() {
        return deletionId;
    }

    void executedBy(UUID deletion) {
        deletionId = deletion;
    }
}
