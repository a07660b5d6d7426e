package org.lethe.failure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A failure's row. One removal has one failure for ever, however often it fails. */
@Entity
@Table(name = "failure")
public class Failure {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private FailureKind kind;

    @Enumerated(EnumType.STRING)
    private FailureState state;

    private Long removalId;
    private UUID deletionId;
    private UUID ownerId;
    private String storage;
    private String queue;
    private String cause;
    private String error;
    private String message;
    private int times;

    @Column(updatable = false)
    private Instant firstAt;

    private Instant lastAt;

    private int files;
    private String assignee;
    private Instant dueAt;
    private String outcome;
    private int version;

    /** Made by the database of kind, storage and cause. */
    @Column(insertable = false, updatable = false)
    private UUID groupId;

    /** For the persistence provider. */
    protected Failure() {}

    public UUID id() {
        return id;
    }

    public FailureKind kind() {
        return kind;
    }

    public FailureState state() {
        return state;
    }

    /** The removal that failed; null for other kinds. */
    public Long removalId() {
        return removalId;
    }

    public UUID deletionId() {
        return deletionId;
    }

    public UUID ownerId() {
        return ownerId;
    }

    /** The storage; null when it is not about one. */
    public String storage() {
        return storage;
    }

    public String queue() {
        return queue;
    }

    /** The kind of trouble, the same text for all that have it. */
    public String cause() {
        return cause;
    }

    public String error() {
        return error;
    }

    /** The message that could not be read; null for other kinds. */
    public String message() {
        return message;
    }

    /** How often all attempts were used up. */
    public int times() {
        return times;
    }

    public Instant firstAt() {
        return firstAt;
    }

    public Instant lastAt() {
        return lastAt;
    }

    /** How many files it was about when it last failed; 0 when it is not about files. */
    public int files() {
        return files;
    }

    /** The login of who sees to it, or did; null when nobody does. */
    public String assignee() {
        return assignee;
    }

    /** Until when they are to have seen to it; null for no limit. */
    public Instant dueAt() {
        return dueAt;
    }

    /** How it was resolved; null when it was not. */
    public String outcome() {
        return outcome;
    }

    /** What has the same cause, on the same storage, is of the same group. */
    public UUID groupId() {
        return groupId;
    }

    /** Another one after each change. */
    int version() {
        return version;
    }

    boolean isOverdue(Instant now) {
        return state == FailureState.ASSIGNED && dueAt != null && dueAt.isBefore(now);
    }

    boolean canBe(FailureState next) {
        return state.next().contains(next);
    }

    void retried() {
        if (!canBe(FailureState.RETRIED)) {
            throw new IllegalStateException("failure " + id + " is " + state + " and cannot be retried");
        }
        state = FailureState.RETRIED;
        version++;
    }
}
