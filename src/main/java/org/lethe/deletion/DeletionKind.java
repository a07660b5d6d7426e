package org.lethe.deletion;

/** What a deletion removes. */
public enum DeletionKind {
    /** An album with everything in it. */
    ALBUM,
    /** Photos that were named one by one. */
    PHOTOS,
    /** What a failed upload left; no person asked for it. */
    UPLOAD
}
