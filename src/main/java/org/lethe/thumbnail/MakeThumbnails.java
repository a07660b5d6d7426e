package org.lethe.thumbnail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lethe.log.LogEvent;
import org.lethe.photo.PhotoFile;
import org.lethe.storage.StorageException;
import org.lethe.storage.StorageUnavailableException;

/**
 * Makes the thumbnails of one photo: draws them from its original, and writes them to every storage. Called twice, or on
 * two nodes at once, it makes them once. A photo that cannot be drawn, or whose drawing ended the node again and again,
 * gets none; a storage that is away is waited for.
 */
@Dependent
public class MakeThumbnails {

    private static final int MOST_BEGINNINGS = 3;

    private final ThumbnailSteps steps;
    private final ReadOriginal read;
    private final DrawThumbnails draw;

    @Inject
    MakeThumbnails(ThumbnailSteps steps, ReadOriginal read, DrawThumbnails draw) {
        this.steps = steps;
        this.read = read;
        this.draw = draw;
    }

    /**
     * Does nothing when the photo waits for none.
     *
     * @throws StorageException when a storage does not answer or does not take a file; try again later
     */
    public void of(UUID photo) {
        Optional<Pending> pending = steps.begin(photo);
        if (pending.isEmpty()) {
            steps.removeLeftOvers(photo);
            return;
        }
        try {
            steps.finish(pending.get(), pictures(pending.get()));
        } catch (StorageUnavailableException away) {
            steps.forgetBeginnings(photo);
            throw away;
        }
    }

    private Map<PhotoFile.Kind, byte[]> pictures(Pending pending) {
        if (pending.begun() > MOST_BEGINNINGS) {
            LogEvent.NOT_DRAWN.log(pending.photo(), "it was begun " + MOST_BEGINNINGS + " times and never ended");
            return Map.of();
        }
        try {
            return draw(pending);
        } catch (NotDrawableException cannot) {
            LogEvent.NOT_DRAWN.log(pending.photo(), cannot.getMessage());
            return Map.of();
        }
    }

    private Map<PhotoFile.Kind, byte[]> draw(Pending pending) throws NotDrawableException {
        try (Original original = read.open(pending.original(), pending.originalBytes())) {
            try {
                return draw.of(original, pending.format(), pending.orientation());
            } finally {
                original.requireRead();
            }
        }
    }
}
