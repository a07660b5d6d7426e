package org.lethe.failure;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.lethe.storage.FileKey;
import org.lethe.storage.StorageId;

/**
 * What one storage said when it was asked for files.
 *
 * @param files what it said of each; empty when it is unavailable
 * @param detail why it is unavailable; null when it answered
 */
record StorageLook(StorageId storage, Map<FileKey, PresenceAnswer> files, String detail) {

    static StorageLook unavailable(StorageId storage, String detail) {
        return new StorageLook(storage, Map.of(), detail);
    }

    PresenceAnswer of(FileKey file) {
        return files.getOrDefault(file, PresenceAnswer.UNAVAILABLE);
    }

    /** Whether it said of each of these files, of which there are some, that it is gone. */
    boolean hasNone(List<FileKey> all) {
        return !all.isEmpty() && all.stream().allMatch(file -> of(file) == PresenceAnswer.GONE);
    }

    StorageView view() {
        int present = count(PresenceAnswer.PRESENT);
        int gone = count(PresenceAnswer.GONE);
        int other = count(PresenceAnswer.OTHER);
        return new StorageView(storage.wireName(), summary(), files.size(), present, gone, other, detail);
    }

    private PresenceAnswer summary() {
        Collection<PresenceAnswer> answers = files.values();
        if (answers.isEmpty()) {
            return PresenceAnswer.UNAVAILABLE;
        }
        if (answers.contains(PresenceAnswer.OTHER)) {
            return PresenceAnswer.OTHER;
        }
        boolean isOne = answers.stream().distinct().count() == 1;
        return isOne ? answers.iterator().next() : PresenceAnswer.PARTLY;
    }

    private int count(PresenceAnswer answer) {
        return Collections.frequency(files.values(), answer);
    }
}
