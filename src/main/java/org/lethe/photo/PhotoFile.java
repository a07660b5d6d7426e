package org.lethe.photo;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.lethe.storage.FileKey;

/** One file of a photo. It stands under the same key on every storage; a key is never used again. */
@Entity
@Table(name = "photo_file")
@SuppressWarnings("UnusedVariable") // columns that only queries read
public class PhotoFile {

    /** What a photo has files of. */
    public enum Kind {
        /** The bytes as they came. */
        ORIGINAL,
        /** A thumbnail for lists. */
        SMALL,
        /** A thumbnail that fills a screen. */
        LARGE,
        /** Some of the bytes, as they came in pieces. */
        PART;

        /** The kinds that are drawn from the original. */
        public static final Set<Kind> THUMBNAILS = Collections.unmodifiableSet(EnumSet.of(SMALL, LARGE));
    }

    @Id
    private UUID key;

    private UUID photoId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private Integer bytes;

    /** For the persistence provider. */
    protected PhotoFile() {}

    public PhotoFile(FileKey key, UUID photoId, Kind kind) {
        this.key = key.id();
        this.photoId = photoId;
        this.kind = kind;
    }

    FileKey key() {
        return new FileKey(key);
    }

    /** The size of a thumbnail; null until it is made, and for the original, whose size the photo tells. */
    Integer bytes() {
        return bytes;
    }
}
