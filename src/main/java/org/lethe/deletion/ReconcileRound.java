package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.lethe.log.LogEvent;
import org.lethe.photo.AbandonUploads;
import org.lethe.serving.OneNode;
import org.lethe.storage.StorageId;

/** One round of the reconciler, on one node at a time. */
@Dependent
class ReconcileRound {

    private static final int MOST_PUSHES = 100;

    private final Reconcile reconcile;
    private final FinishDeletion finishDeletion;
    private final AbandonUploads abandonUploads;
    private final OneNode oneNode;

    @Inject
    ReconcileRound(Reconcile reconcile, FinishDeletion finishDeletion, AbandonUploads abandonUploads, OneNode oneNode) {
        this.reconcile = reconcile;
        this.finishDeletion = finishDeletion;
        this.abandonUploads = abandonUploads;
        this.oneNode = oneNode;
    }

    /** Does nothing while another node is at it. Never throws: a schedule that throws is not run again. */
    void run() {
        try {
            oneNode.at("reconcile", this::reconcile);
        } catch (RuntimeException failed) {
            LogEvent.RECONCILE_FAILED.log(failed.getMessage());
        }
    }

    private void reconcile() {
        reconcile.unfinished().forEach(finishDeletion::finish);
        report(LogEvent.UPLOADS_ABANDONED, abandonUploads.overdue());
        report(LogEvent.PLANNING_SENT_AGAIN, reconcile.planning());
        for (StorageId storage : StorageId.values()) {
            int pushed = pushAll(storage);
            if (pushed > 0) {
                LogEvent.REMOVALS_SENT_AGAIN.log(pushed, storage);
            }
        }
    }

    private int pushAll(StorageId storage) {
        int all = 0;
        int pushed = 1;
        for (int i = 0; i < MOST_PUSHES && pushed > 0; i++) {
            pushed = reconcile.removals(storage);
            all += pushed;
        }
        return all;
    }

    private static void report(LogEvent event, int count) {
        if (count > 0) {
            event.log(count);
        }
    }
}
