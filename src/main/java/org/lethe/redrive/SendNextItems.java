package org.lethe.redrive;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.audit.Origin;
import org.lethe.failure.RetryFailure;
import org.lethe.log.LogEvent;

/**
 * One step of a redrive: sends the next items if its pace allows it; or ends it, or stops it. That an item was sent, its
 * failure, its removal and the message are one transaction.
 */
@Dependent
public class SendNextItems {

    /** Items in one transaction: so few that nobody who wants a row of them waits for long. */
    private static final int MOST = 25;

    private final Redrives redrives;
    private final RedriveItems items;
    private final ClosedQueues closed;
    private final RetryFailure retry;
    private final Audit audit;

    @Inject
    SendNextItems(Redrives redrives, RedriveItems items, ClosedQueues closed, RetryFailure retry, Audit audit) {
        this.redrives = redrives;
        this.items = items;
        this.closed = closed;
        this.retry = retry;
        this.audit = audit;
    }

    /**
     * Makes one step, in a transaction of its own; none while somebody else holds the redrive.
     *
     * @return whether more might go at once
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean step(UUID id) {
        return redrives.lockIfFree(id).map(this::step).orElse(false);
    }

    private boolean step(Redrive redrive) {
        if (redrive.state().isOver()) {
            return false;
        }
        Counts counts = redrive.counts();
        RunCounts run = redrive.runCounts();
        Instant now = redrives.now();
        if (counts.isSettled()) {
            redrive.completed(now);
            LogEvent.REDRIVE_COMPLETED.log(redrive.id(), counts.succeeded(), counts.total());
            return false;
        }
        if (redrive.state() != RedriveState.RUNNING || counts.waiting() == 0) {
            return false;
        }
        if (redrive.pace().isTooBad(run)) {
            stop(redrive, run, now);
            return false;
        }
        return send(redrive, redrive.pace().mayGo(run, redrive.nextAt(), now), now);
    }

    private void stop(Redrive redrive, RunCounts run, Instant now) {
        String because = String.format(
                Locale.ROOT,
                "%d of the %d that came to an end failed again: %.1f %%, and more than %.1f %% were not to be",
                run.failedAgain(),
                run.known(),
                100 * run.failureRatio(),
                100 * redrive.pace().stopAtFailureRatio());
        redrive.stopped(because, now);
        audit.record(Origin.SYSTEM, AuditAction.REDRIVE_STOPPED, redrive.id().toString(), Map.of("because", because));
        LogEvent.REDRIVE_STOPPED.log(redrive.id(), because);
    }

    private boolean send(Redrive redrive, int mayGo, Instant now) {
        if (mayGo == 0) {
            return false;
        }
        int most = Math.min(mayGo, MOST);
        List<DueItem> due = items.due(redrive.id(), closed.now(), most);
        retry.lock(due.stream().map(DueItem::failure).toList());
        List<Integer> sent = new ArrayList<>();
        for (DueItem item : due) {
            if (sendOrSkip(redrive, item)) {
                sent.add(item.position());
            }
        }
        items.sent(redrive.id(), redrive.run(), sent);
        redrive.went(sent.size(), due.size() - sent.size(), now);
        return due.size() == most;
    }

    private boolean sendOrSkip(Redrive redrive, DueItem item) {
        boolean sent = item.isAsItWas()
                && retry.retryIfOpen(
                        item.failure(),
                        failure -> failure.times() == item.times(),
                        redrive.createdBy(),
                        "by redrive " + redrive.id() + ": " + redrive.reason());
        if (!sent) {
            String why = item.isAsItWas() ? "somebody else saw to it at the same moment" : item.why();
            items.skipped(redrive.id(), item.position(), why);
        }
        return sent;
    }
}
