package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.lethe.log.LogEvent;
import org.lethe.serving.Chore;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.StorageId;
import org.lethe.upload.AbandonUploads;

/** The reconciler: finds what is left over by whatever crashed, every {@code lethe.reconcile.period}. */
@Dependent
class ReconcileRound implements Chore {

    private static final int MOST_PUSHES = 100;

    private final Reconcile reconcile;
    private final FinishDeletion finishDeletion;
    private final AbandonUploads abandonUploads;
    private final Duration period;

    @Inject
    ReconcileRound(
            Reconcile reconcile, FinishDeletion finishDeletion, AbandonUploads abandonUploads, LetheSettings settings) {
        this.reconcile = reconcile;
        this.finishDeletion = finishDeletion;
        this.abandonUploads = abandonUploads;
        this.period = settings.reconcile().period();
    }

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public Duration period() {
        return period;
    }

    @Override
    public void round() {
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
