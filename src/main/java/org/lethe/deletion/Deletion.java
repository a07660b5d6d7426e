package org.lethe.deletion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.lethe.page.Cursor;

/** A deletion's row: what was asked for, how far planning has come, and where it stands. */
@Entity
@Table(name = "deletion")
public class Deletion {

    @Id
    private UUID id;

    private UUID ownerId;

    @Enumerated(EnumType.STRING)
    private DeletionKind kind;

    private UUID albumId;

    @Enumerated(EnumType.STRING)
    private DeletionState state;

    /** Set by the database's clock, which alone decides when a restore window ends. */
    @Column(insertable = false, updatable = false)
    private Instant requestedAt;

    @Column(insertable = false, updatable = false)
    private Instant dueAt;

    private int nextPage;
    private Instant afterCreated;
    private UUID afterId;
    private long photos;
    private long files;
    private Instant completedAt;

    @Column(updatable = false)
    private String heldBecause;

    @Column(updatable = false)
    private Instant heldUntil;

    @Column(updatable = false)
    private UUID snapshotId;

    @Column(updatable = false)
    private Long snapshotPhotos;

    @Column(updatable = false)
    private UUID keptAlbumId;

    @Column(updatable = false)
    private Long keptPhotos;

    /** For the persistence provider. */
    protected Deletion() {}

    /** As the row of {@link HeldDeletions#add} stands. */
    static Deletion held(UUID id) {
        Deletion deletion = new Deletion();
        deletion.id = id;
        deletion.state = DeletionState.HELD;
        return deletion;
    }

    /** As the row of {@link Deletions#add} stands before anything was planned. */
    static Deletion requested(UUID id) {
        Deletion deletion = new Deletion();
        deletion.id = id;
        deletion.state = DeletionState.REQUESTED;
        return deletion;
    }

    public UUID id() {
        return id;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public DeletionKind kind() {
        return kind;
    }

    /** The album, when the deletion is of one. */
    public UUID albumId() {
        return albumId;
    }

    public DeletionState state() {
        return state;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** When the restore window ends and removal may begin. */
    public Instant dueAt() {
        return dueAt;
    }

    /** Photos planned so far; final from REMOVING on. */
    public long photos() {
        return photos;
    }

    /** Files planned so far, each of which stands on every storage; final from REMOVING on. */
    public long files() {
        return files;
    }

    public Instant completedAt() {
        return completedAt;
    }

    /** Why the brake held it; null when it did not. */
    public String heldBecause() {
        return heldBecause;
    }

    /** When it is cancelled unless it is confirmed before; null when the brake did not hold it. */
    public Instant heldUntil() {
        return heldUntil;
    }

    /** The dry run that this deletes exactly; null when there was none. */
    public UUID snapshotId() {
        return snapshotId;
    }

    /** The photos that the dry run counted; null when there was none. */
    public Long snapshotPhotos() {
        return snapshotPhotos;
    }

    /** The album of the photos that had come since the dry run; null when there were none. */
    public UUID keptAlbumId() {
        return keptAlbumId;
    }

    public Long keptPhotos() {
        return keptPhotos;
    }

    /** The page that planning does next, from 0. */
    public int nextPage() {
        return nextPage;
    }

    /** Where planning goes on: after the last photo of the page before. */
    Cursor planningPlace() {
        return afterId == null ? Cursor.OLDEST : new Cursor(afterCreated, afterId);
    }

    /** Whether a message for {@code page} still has something to do; an older one that comes twice has not. */
    boolean expects(int page) {
        return state.isBeforeRemoval() && nextPage == page;
    }

    void planned(PlannedPage page) {
        if (state == DeletionState.REQUESTED) {
            become(DeletionState.PLANNING);
        }
        if (state != DeletionState.PLANNING) {
            throw new IllegalStateException("deletion " + id + " is " + state + " and has no page to plan");
        }
        photos += page.photos();
        files += page.files();
        nextPage++;
        afterCreated = page.end().createdAt();
        afterId = page.end().id();
        if (page.isLast()) {
            become(DeletionState.REMOVING);
        }
    }

    void cancelled() {
        become(DeletionState.CANCELLED);
    }

    void restored() {
        become(DeletionState.RESTORED);
    }

    void completed(boolean withFailures, Instant at) {
        become(withFailures ? DeletionState.COMPLETED_WITH_FAILURES : DeletionState.COMPLETED);
        completedAt = at;
    }

    /** A file of it is sent again, so it is not complete. */
    void reopened() {
        if (state == DeletionState.COMPLETED_WITH_FAILURES) {
            become(DeletionState.REMOVING);
            completedAt = null;
        }
    }

    private void become(DeletionState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("deletion " + id + " is " + state + " and cannot become " + next);
        }
        state = next;
    }

    Cursor listPlace() {
        return new Cursor(requestedAt, id);
    }
}
