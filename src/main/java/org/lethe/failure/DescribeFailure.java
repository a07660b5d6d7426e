package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lethe.problem.ProblemException;
import org.lethe.storage.FileKey;

/** One failure with everything that a person needs to decide, also what is on the storages at this moment. */
@Dependent
class DescribeFailure {

    /** Of a chunk of many files the first ones tell enough. */
    private static final int MOST_ASKED = 100;

    private final FindFailures find;
    private final LookOnStorages storages;

    @Inject
    DescribeFailure(FindFailures find, LookOnStorages storages) {
        this.find = find;
        this.storages = storages;
    }

    record Described(FailureTag tag, FailureView view) {}

    /**
     * Reads it first, and asks the storages when the database is free again.
     *
     * @throws ProblemException 404 when there is none
     */
    Described one(UUID id) {
        FoundFailure found = find.whole(id);
        List<FileKey> keys = found.keys();
        List<FileKey> asked = keys.subList(0, Math.min(keys.size(), MOST_ASKED));
        List<StorageLook> looks = asked.isEmpty() ? List.of() : storages.look(asked);
        return new Described(FailureTag.of(found.row()), FailureView.whole(found, looks, isGone(found, keys, looks)));
    }

    /** Of many files not all are asked for: then nobody says that all are gone. */
    private static boolean isGone(FoundFailure found, List<FileKey> keys, List<StorageLook> looks) {
        return looks.stream()
                .filter(look -> look.storage().wireName().equals(found.row().storage()))
                .anyMatch(look -> look.hasNone(keys));
    }
}
