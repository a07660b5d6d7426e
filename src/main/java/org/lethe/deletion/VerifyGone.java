package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.lethe.storage.FileFailedException;
import org.lethe.storage.FileKey;
import org.lethe.storage.FileStorage;
import org.lethe.storage.StorageId;
import org.lethe.storage.Storages;

/** Has a storage prove that files of a removal are gone which somebody believes to be gone already. */
@Dependent
public class VerifyGone {

    private final FileRemovals removals;
    private final Storages storages;

    @Inject
    VerifyGone(FileRemovals removals, Storages storages) {
        this.removals = removals;
        this.storages = storages;
    }

    /**
     * Whether none of them is there. Takes as long as the storage does: hold no lock. Nothing is removed: only when none is
     * there is the storage asked to remove them, which makes it lasting, also when the power fails, that they are gone.
     *
     * @throws org.lethe.storage.StorageUnavailableException when the storage does not answer
     */
    public boolean isGone(long removalId) {
        return isGone(removalId, Set.of());
    }

    /** As {@link #isGone(long)}; of storages that are known to be away nothing is gone, without asking them. */
    public boolean isGone(long removalId, Set<StorageId> away) {
        RemoveFilesMessage removal = removals.message(removalId).orElseThrow();
        if (away.contains(removal.storage())) {
            return false;
        }
        List<FileKey> files = removals.fileKeys(removalId);
        FileStorage storage = storages.of(removal.storage());
        return files.stream().noneMatch(file -> isThere(storage, file))
                && storage.remove(files).failed().isEmpty();
    }

    /** Something else in its place is there, too. */
    private static boolean isThere(FileStorage storage, FileKey file) {
        try {
            return storage.exists(file);
        } catch (FileFailedException somethingElse) {
            return true;
        }
    }
}
