package org.lethe.deletion;

import java.util.List;
import org.lethe.page.Cursor;
import org.lethe.storage.StorageId;

/**
 * What one page of planning found and wrote down.
 *
 * @param photos the photos of the page
 * @param chunks their files on every storage, in chunks
 * @param end the last photo of the page; where the next page goes on
 * @param isLast whether no photo follows
 */
record PlannedPage(int photos, List<PlannedChunk> chunks, Cursor end, boolean isLast) {

    /** The files of the page, each of which stands on every storage. */
    int files() {
        return chunks.stream()
                .filter(chunk -> chunk.storage() == StorageId.MAIN)
                .mapToInt(PlannedChunk::files)
                .sum();
    }
}
