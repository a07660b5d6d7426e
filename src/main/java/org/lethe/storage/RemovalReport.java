package org.lethe.storage;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What became of each file of a removal. Every key that was asked for stands in exactly one of the three.
 *
 * @param removed was there, and the storage, asked again, has it no more
 * @param alreadyGone was not there
 * @param failed could not be removed, or is still there although the storage said otherwise
 */
public record RemovalReport(Set<FileKey> removed, Set<FileKey> alreadyGone, Map<FileKey, FileFailure> failed) {

    public RemovalReport {
        removed = Set.copyOf(removed);
        alreadyGone = Set.copyOf(alreadyGone);
        failed = Map.copyOf(failed);
    }

    /** The files that are certainly absent now: those removed and those that were not there. */
    public Set<FileKey> gone() {
        Set<FileKey> gone = new HashSet<>(removed);
        gone.addAll(alreadyGone);
        return Set.copyOf(gone);
    }
}
