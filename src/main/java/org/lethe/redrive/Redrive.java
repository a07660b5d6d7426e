package org.lethe.redrive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.lethe.page.Cursor;

/** A redrive's row. Whoever changes it, or one of its items, holds its lock. */
@Entity
@Table(name = "redrive")
public class Redrive {

    /** Who has stopped it when too many failed again. */
    static final String LETHE = "lethe";

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private RedriveState state;

    private String filter;
    private int ratePerSecond;
    private int[] ramp;
    private double stopAtFailureRatio;
    private String reason;
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant endedAt;
    private int run;
    private Instant nextAt;
    private String changedBy;
    private Instant changedAt;
    private String changedBecause;
    private long waiting;
    private long sent;
    private long succeeded;
    private long failedAgain;
    private long skipped;
    private long runSent;
    private long runSucceeded;
    private long runFailedAgain;

    /** For the persistence provider. */
    protected Redrive() {}

    /** A new one, which runs. */
    Redrive(UUID id, NewRedrive wanted, String createdBy, Instant createdAt) {
        this.id = id;
        this.state = RedriveState.RUNNING;
        this.filter = wanted.filter().toJson().toString();
        this.ratePerSecond = wanted.pace().ratePerSecond();
        this.ramp = wanted.pace().ramp().stream().mapToInt(Integer::intValue).toArray();
        this.stopAtFailureRatio = wanted.pace().stopAtFailureRatio();
        this.reason = wanted.reason();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.run = 1;
        this.nextAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public RedriveState state() {
        return state;
    }

    /** As JSON. */
    String filter() {
        return filter;
    }

    Pace pace() {
        return new Pace(ratePerSecond, Arrays.stream(ramp).boxed().toList(), stopAtFailureRatio);
    }

    String reason() {
        return reason;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** When it was cancelled, or complete; null until then. */
    Instant endedAt() {
        return endedAt;
    }

    /** Counts from 1; a resume after a stop begins the next. */
    int run() {
        return run;
    }

    /** How many of its items are where. */
    Counts counts() {
        return Counts.of(waiting, sent, succeeded, failedAgain, skipped);
    }

    /** How far its present run has come. */
    RunCounts runCounts() {
        return new RunCounts(runSent, runSucceeded, runFailedAgain);
    }

    /** When the rate lets the next item go. */
    Instant nextAt() {
        return nextAt;
    }

    /** Who last paused, resumed, stopped or cancelled it; null when nobody has. */
    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** Why it was stopped, or what the person said who changed it; null when they did not. */
    String changedBecause() {
        return changedBecause;
    }

    boolean canBe(RedriveState next) {
        return state.next().contains(next);
    }

    /** So many items belong to it, and no more ever; all of them wait. */
    void made(long items) {
        waiting = items;
    }

    /** @param because null when nobody said why */
    void paused(String by, Instant at, String because) {
        become(RedriveState.PAUSED);
        changed(by, at, because);
    }

    /** Goes on; after a stop with a new run, of which the earlier failures are no part. */
    void resumed(String by, Instant at, String because) {
        if (state == RedriveState.STOPPED) {
            run++;
            runSent = 0;
            runSucceeded = 0;
            runFailedAgain = 0;
        }
        become(RedriveState.RUNNING);
        changed(by, at, because);
    }

    /** What waits is skipped. */
    void cancelled(String by, Instant at, String because) {
        skipped += waiting;
        waiting = 0;
        become(RedriveState.CANCELLED);
        changed(by, at, because);
        endedAt = at;
    }

    void stopped(String because, Instant at) {
        become(RedriveState.STOPPED);
        changed(LETHE, at, because);
    }

    void completed(Instant at) {
        become(RedriveState.COMPLETED);
        endedAt = at;
    }

    /** So many of the items that waited went now, and so many were skipped. */
    void went(int items, int skippedItems, Instant now) {
        waiting -= items + skippedItems;
        sent += items;
        skipped += skippedItems;
        runSent += items;
        nextAt = pace().next(nextAt, now, items);
    }

    /** It is known now what has become of some that went. */
    void ended(EndedItems items) {
        sent -= items.succeeded() + items.failedAgain();
        succeeded += items.succeeded();
        failedAgain += items.failedAgain();
        runSucceeded += items.succeededInRun();
        runFailedAgain += items.failedAgainInRun();
    }

    Cursor place() {
        return new Cursor(createdAt, id);
    }

    private void changed(String by, Instant at, String because) {
        changedBy = by;
        changedAt = at;
        changedBecause = because;
    }

    private void become(RedriveState next) {
        if (!canBe(next)) {
            throw new IllegalStateException("redrive " + id + " is " + state + " and cannot become " + next);
        }
        state = next;
    }
}
