package org.lethe.deletion;

import java.util.Set;
import java.util.UUID;

/** What a request wants to be deleted. */
sealed interface DeletionTarget {

    /** The photos, where it names them. */
    default Set<UUID> photoIds() {
        return Set.of();
    }

    /** An album with everything in it. */
    record OfAlbum(UUID id) implements DeletionTarget {}

    /** One photo; asked for again, it is answered with the deletion that is under way. */
    record OfPhoto(UUID id) implements DeletionTarget {
        @Override
        public Set<UUID> photoIds() {
            return Set.of(id);
        }
    }

    /** Photos, all of them or none. */
    record OfPhotos(Set<UUID> photoIds) implements DeletionTarget {}

    /** Exactly what a dry run counted. */
    record OfSnapshot(UUID id) implements DeletionTarget {}
}
