package org.lethe.photo;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.lethe.media.MediaFacts;
import org.lethe.media.MediaFormat;
import org.lethe.page.Cursor;

/** A photo's row. What the files are and where they stand is told by {@link PhotoFile} and the storages. */
@Entity
@Table(name = "photo")
public class Photo {

    @Id
    private UUID id;

    private UUID albumId;
    private UUID ownerId;

    @Enumerated(EnumType.STRING)
    private PhotoState state;

    private String filename;
    private String contentType;
    private Long bytes;
    private String sha256;
    private Instant createdAt;
    private UUID deletionId;
    private Integer width;
    private Integer height;
    private Integer orientation;
    private LocalDateTime takenAt;
    private String takenOffset;
    private String cameraMake;
    private String cameraModel;

    /** For the persistence provider. */
    protected Photo() {}

    /** A photo that is announced: UPLOADING. */
    public Photo(
            UUID id,
            UUID albumId,
            UUID ownerId,
            String filename,
            String contentType,
            Long announcedBytes,
            Instant createdAt) {
        this.id = id;
        this.albumId = albumId;
        this.ownerId = ownerId;
        this.state = PhotoState.UPLOADING;
        this.filename = filename;
        this.contentType = contentType;
        this.bytes = announcedBytes;
        this.createdAt = createdAt;
    }

    /** UPLOADING to STORED: every storage holds the original. */
    public void stored(long size, String hash, MediaFacts facts) {
        state = PhotoState.STORED;
        bytes = size;
        sha256 = hash;
        width = facts.width();
        height = facts.height();
        orientation = facts.orientation();
        takenAt = facts.takenAt();
        takenOffset = facts.takenOffset() == null ? null : facts.takenOffset().getId();
        cameraMake = facts.cameraMake();
        cameraModel = facts.cameraModel();
    }

    public UUID id() {
        return id;
    }

    public UUID albumId() {
        return albumId;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public PhotoState state() {
        return state;
    }

    /** The name that the client gave, or null. */
    public String filename() {
        return filename;
    }

    public String contentType() {
        return contentType;
    }

    /** What its bytes are. */
    public MediaFormat format() {
        return MediaFormat.ofContentType(contentType).orElseThrow();
    }

    /** The size of the original; until it is stored what was announced, or null. */
    public Long bytes() {
        return bytes;
    }

    /** The original's SHA-256 in hexadecimal; null until it is stored. */
    public String sha256() {
        return sha256;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The deletion that hid this photo; null while it is live or hidden only because its album is. */
    public UUID deletionId() {
        return deletionId;
    }

    void renamed(String newFilename) {
        filename = newFilename;
    }

    void movedTo(UUID album) {
        albumId = album;
    }

    /** Pixels, before any turning; null where the file does not say it. */
    public Integer width() {
        return width;
    }

    /** Pixels, before any turning; null where the file does not say it. */
    public Integer height() {
        return height;
    }

    /** How to turn it upright, 1 to 8 as in EXIF; null where the file does not say it. */
    public Integer orientation() {
        return orientation;
    }

    /** The time on the camera's clock; null where the file does not say it. */
    public LocalDateTime takenAt() {
        return takenAt;
    }

    /** How far that clock was from UTC, such as {@code +02:00} or {@code Z}; null where the file does not say it. */
    public String takenOffset() {
        return takenOffset;
    }

    /** Who made the camera; null where the file does not say it. */
    public String cameraMake() {
        return cameraMake;
    }

    /** Which camera; null where the file does not say it. */
    public String cameraModel() {
        return cameraModel;
    }

    Cursor place() {
        return new Cursor(createdAt, id);
    }

    /** Where it was taken in time, by the clock on the wall there, or else uploaded by that of UTC. */
    Cursor placeInTime() {
        return takenAt == null ? place() : new Cursor(takenAt.toInstant(ZoneOffset.UTC), id);
    }
}
