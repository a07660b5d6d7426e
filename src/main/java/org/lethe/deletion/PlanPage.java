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
 * after the last photo of the page before, so that rows which change meanwhile neither repeat nor leave anything out. The
 * first page is one chunk, so that removal begins at once.
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
        int most = deletion.nextPage() == 0 ? Math.min(chunkSize, pageSize) : pageSize;
        List<Cursor> places = nextPhotos(deletion, most);
        List<UUID> ids = places.stream().map(Cursor::id).toList();
        List<PlannedChunk> chunks = removals.add(deletion.id(), ids, chunkSize);
        boolean last = places.size() < most;
        Cursor end = places.isEmpty() ? deletion.planningPlace() : places.get(places.size() - 1);
        return new PlannedPage(places.size(), chunks, end, last);
    }

    private List<Cursor> nextPhotos(Deletion deletion, int most) {
        Cursor after = deletion.planningPlace();
        return deletion.kind() == DeletionKind.ALBUM
                ? photos.deleteNextOfAlbum(deletion.albumId(), deletion.id(), after, most)
                : photos.nextOfDeletion(deletion.id(), after, most);
    }
}
