package org.lethe.upload;

import java.util.Optional;
import org.lethe.photo.Photo;

/**
 * What came of an upload.
 *
 * @param photo the one that is live now
 * @param isDuplicate whether the album had the same bytes already; the photo is the one that it had
 * @param previouslyDeleted the last time that the owner deleted the same bytes, if they did
 */
record Uploaded(Photo photo, boolean isDuplicate, Optional<PreviousDeletion> previouslyDeleted) {

    static Uploaded duplicateOf(Photo photo) {
        return new Uploaded(photo, true, Optional.empty());
    }

    int status() {
        return isDuplicate ? 200 : 201;
    }
}
