package org.lethe.upload;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The row of an upload that comes in pieces. Its id is also that of the photo whose files are the pieces. */
@Entity
@Table(name = "resumable_upload")
class ResumableUpload {

    enum State {
        /** More is to come, or what has come is not yet a photo. */
        OPEN,
        /** It has become a photo. */
        STORED,
        /** Refused, terminated or expired: what came is removed. */
        ENDED
    }

    @Id
    private UUID id;

    private UUID ownerId;
    private UUID albumId;
    private String filename;
    private String metadata;
    private long bytes;
    private long received;

    @Enumerated(EnumType.STRING)
    private State state;

    private UUID photoId;
    private Instant expiresAt;

    /** For the persistence provider. */
    protected ResumableUpload() {}

    ResumableUpload(UUID id, UUID ownerId, NewUpload wanted, Instant expiresAt) {
        this.id = id;
        this.ownerId = ownerId;
        this.albumId = wanted.albumId();
        this.filename = wanted.filename();
        this.metadata = wanted.metadata();
        this.bytes = wanted.bytes();
        this.state = State.OPEN;
        this.expiresAt = expiresAt;
    }

    UUID id() {
        return id;
    }

    UUID ownerId() {
        return ownerId;
    }

    UUID albumId() {
        return albumId;
    }

    String filename() {
        return filename;
    }

    /** As the client gave it. */
    String metadata() {
        return metadata;
    }

    /** How many there will be. */
    long bytes() {
        return bytes;
    }

    /** How many are here to stay; all of them only when it has become a photo. */
    long received() {
        return received;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isEnded() {
        return state == State.ENDED;
    }

    /** What it has become. */
    Optional<UUID> photoId() {
        return Optional.ofNullable(photoId);
    }

    Instant expiresAt() {
        return expiresAt;
    }

    void receivedUpTo(long count, Instant newExpiry) {
        received = count;
        expiresAt = newExpiry;
    }

    void stored(UUID photo) {
        state = State.STORED;
        received = bytes;
        photoId = photo;
    }

    void ended() {
        state = State.ENDED;
    }
}
