package org.lethe.failure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.lethe.page.Cursor;

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

    boolean canBe(FailureState next) {
        return state.next().contains(next);
    }

    void retried() {
        if (!canBe(FailureState.RETRIED)) {
            throw new IllegalStateException("failure " + id + " is " + state + " and cannot be retried");
        }
        state = FailureState.RETRIED;
    }

    Cursor place() {
        return new Cursor(firstAt, id);
    }
}
