package org.lethe.it;

import org.assertj.core.api.AbstractAssert;

/** Sentences about a deletion. */
public final class DeletionAssert extends AbstractAssert<DeletionAssert, Deletion> {
    DeletionAssert(Deletion actual) {
        super(actual, DeletionAssert.class);
    }

    public DeletionAssert is(String state) {
        if (!actual.state().equals(state)) {
            failWithMessage("Expected a %s deletion, but it is %s", state, actual.json());
        }
        return this;
    }

    /**
     * Every file of so many photos is gone from both storages, and nothing failed. How many files they have is not asked
     * here: each has one or more, as many on each storage.
     */
    public DeletionAssert isCompletedFor(long photos) {
        is("COMPLETED");
        if (actual.json().isNull("completedAt")) {
            failWithMessage("Expected the time of its completion in %s", actual.json());
        }
        if (actual.photos() != photos || actual.requested() < 2 * photos) {
            failWithMessage("Expected the files of %s photos in %s", photos, actual.json());
        }
        long files = actual.requested() / 2;
        return hasRequested(2 * files).hasGone(files, files).hasWaiting(0).hasFailed(0);
    }

    public DeletionAssert hasRequested(long files) {
        return has("requested", files, actual.requested());
    }

    public DeletionAssert hasGone(long onMain, long onBackup) {
        return has("gone from main", onMain, actual.goneOnMain())
                .has("gone from backup", onBackup, actual.goneOnBackup());
    }

    public DeletionAssert hasWaiting(long files) {
        return has("waiting", files, actual.waiting());
    }

    public DeletionAssert hasFailed(long files) {
        return has("failed", files, actual.failed());
    }

    private DeletionAssert has(String what, long expected, long number) {
        if (number != expected) {
            failWithMessage("Expected %s files %s, but they are %s in %s", expected, what, number, actual.json());
        }
        return this;
    }
}
