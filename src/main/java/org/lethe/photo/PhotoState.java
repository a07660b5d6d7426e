package org.lethe.photo;

import java.util.EnumSet;
import java.util.Set;

/** The life of a photo. */
public enum PhotoState {
    /** Announced; its files may stand on none, one or all storages. */
    UPLOADING,
    /** Every storage holds its files, synced to disk, with the recorded hash. */
    STORED,
    /** Hidden for good; its files are being removed. */
    DELETED,
    /** The upload failed or was never finished; what it left is being removed. */
    ABANDONED,
    /** No storage holds a file of it any more. */
    PURGED;

    /** The states that may follow this one. */
    public Set<PhotoState> next() {
        return switch (this) {
            case UPLOADING -> EnumSet.of(STORED, ABANDONED);
            case STORED -> EnumSet.of(DELETED);
            case DELETED -> EnumSet.of(STORED, PURGED);
            case ABANDONED -> EnumSet.of(PURGED);
            case PURGED -> EnumSet.noneOf(PhotoState.class);
        };
    }
}
