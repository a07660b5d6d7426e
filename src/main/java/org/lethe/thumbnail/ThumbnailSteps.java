package org.lethe.thumbnail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lethe.photo.PhotoFile;
import org.lethe.storage.FileFailedException;
import org.lethe.storage.FileKey;
import org.lethe.storage.FileSink;
import org.lethe.storage.FileStorage;
import org.lethe.storage.Storages;

/** The steps of making thumbnails that are transactions of their own. */
@Dependent
public class ThumbnailSteps {

    private final PendingThumbnails waiting;
    private final Storages storages;

    @Inject
    ThumbnailSteps(PendingThumbnails waiting, Storages storages) {
        this.waiting = waiting;
        this.storages = storages;
    }

    /** Notes that drawing begins, so that a node which dies of it is remembered. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Pending> begin(UUID photo) {
        return waiting.begin(photo);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forgetBeginnings(UUID photo) {
        waiting.forgetBeginnings(photo);
    }

    /**
     * Writes the pictures and settles that the photo has them, or none, unless it waits no more. The row is locked
     * meanwhile: the removal of the photo's files comes before this or after it, never in between.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void finish(Pending pending, Map<PhotoFile.Kind, byte[]> pictures) {
        if (!waiting.lock(pending.photo())) {
            return;
        }
        if (pictures.isEmpty()) {
            remove(pending.keys().values());
        }
        pictures.forEach((kind, picture) -> write(pending.keys().get(kind), picture));
        waiting.done(pending.photo());
    }

    /**
     * Removes what was written for a photo that does not wait any more and never got it. That can only be when the lock
     * was lost while the node went on writing, say because the database was restarted just then.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void removeLeftOvers(UUID photo) {
        List<FileKey> unmade = waiting.unmade(photo);
        if (!unmade.isEmpty()) {
            remove(unmade);
        }
    }

    private void write(FileKey key, byte[] picture) {
        try (FileSink sink = create(key)) {
            sink.write(picture, 0, picture.length);
            sink.commit();
        }
        waiting.made(key, picture.length);
    }

    /** An earlier beginning, which did not get to its end, may have written it; the key is this photo's alone. */
    private FileSink create(FileKey key) {
        try {
            return storages.create(key);
        } catch (FileFailedException taken) {
            remove(List.of(key));
            return storages.create(key);
        }
    }

    private void remove(Collection<FileKey> keys) {
        for (FileStorage storage : storages.all()) {
            storage.remove(keys);
        }
    }
}
