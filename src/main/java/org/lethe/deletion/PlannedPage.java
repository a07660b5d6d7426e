package org.lethe.deletion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lethe.page.Cursor;
import org.lethe.storage.StorageId;

/**
 * What one page of planning found and wrote down.
 *
 * @param photos the photos of the page
 * @param files their files, each of which stands on every storage
 * @param removals the new rows by storage
 * @param end the last photo of the page; where the next page goes on
 * @param isLast whether no photo follows
 */
record PlannedPage(int photos, int files, Map<StorageId, List<Long>> removals, Cursor end, boolean isLast) {

    /** The rows of one storage, cut into chunks of at most {@code size}. */
    List<List<Long>> chunks(StorageId storage, int size) {
        List<Long> all = removals.getOrDefault(storage, List.of());
        List<List<Long>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            chunks.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return chunks;
    }
}
