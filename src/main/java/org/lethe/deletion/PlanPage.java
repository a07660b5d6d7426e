package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lethe.page.Cursor;
import org.lethe.photo.Photos;
import org.lethe.settings.LetheSettings;

/**
 * Finds the next photos of a deletion and writes down the removal of their files from each storage, in chunks. Goes on
 * after the last photo of the page before, so that rows which change meanwhile neither repeat nor leave anything out.
 */
@Dependent
class PlanPage {

    private final Photos photos;
    private final FileRemovals removals;
    private final int pageSize;
    private final int chunkSize;

    @Inject
    PlanPage(Photos photos, FileRemovals removals, LetheSettings settings) {
        this.photos = photos;
        this.removals = removals;
        this.pageSize = settings.removal().pageSize();
        this.chunkSize = settings.removal().chunkSize();
    }

    PlannedPage of(Deletion deletion) {
        List<Cursor> places = nextPhotos(deletion);
        List<UUID> ids = places.stream().map(Cursor::id).toList();
        List<PlannedChunk> chunks = removals.add(deletion.id(), ids, chunkSize);
        boolean last = places.size() < pageSize;
        Cursor end = places.isEmpty() ? deletion.planningPlace() : places.get(places.size() - 1);
        return new PlannedPage(places.size(), chunks, end, last);
    }

    private List<Cursor> nextPhotos(Deletion deletion) {
        Cursor after = deletion.planningPlace();
        return deletion.kind() == DeletionKind.ALBUM
                ? photos.deleteNextOfAlbum(deletion.albumId(), deletion.id(), after, pageSize)
                : photos.nextOfDeletion(deletion.id(), after, pageSize);
    }
}
