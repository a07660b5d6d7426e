package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.lethe.page.Cursor;
import org.lethe.photo.DeletedPhotos;
import org.lethe.photo.Photos;
import org.lethe.redelivery.LivePolicies;
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
    private final LivePolicies policies;

    @Inject
    PlanPage(Photos photos, FileRemovals removals, LetheSettings settings, LivePolicies policies) {
        this.photos = photos;
        this.removals = removals;
        this.pageSize = settings.removal().pageSize();
        this.policies = policies;
    }

    PlannedPage of(Deletion deletion) {
        int chunkSize = policies.chunkSize();
        int most = deletion.nextPage() == 0 ? Math.min(chunkSize, pageSize) : pageSize;
        Cursor after = deletion.planningPlace();
        DeletedPhotos next = nextPhotos(deletion, after, most);
        List<PlannedChunk> chunks = removals.add(deletion.id(), after, next.last(), chunkSize);
        return new PlannedPage(next.count(), chunks, next.last(), next.count() < most);
    }

    private DeletedPhotos nextPhotos(Deletion deletion, Cursor after, int most) {
        return deletion.kind() == DeletionKind.ALBUM
                ? photos.deleteNextOfAlbum(deletion.albumId(), deletion.id(), after, most)
                : photos.nextOfDeletion(deletion.id(), after, most);
    }
}
