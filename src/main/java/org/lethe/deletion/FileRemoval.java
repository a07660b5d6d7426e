package org.lethe.deletion;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lethe.storage.FileKey;
import org.lethe.storage.StorageId;

/** The removal of one file from one storage. */
@Entity
@Table(name = "file_removal")
public class FileRemoval {

    @Id
    private Long id;

    private UUID deletionId;
    private UUID photoId;
    private UUID fileKey;
    private String storage;

    @Enumerated(EnumType.STRING)
    private RemovalState state;

    private int generation;
    private Instant pushedAt;
    private Instant settledAt;

    /** For the persistence provider. */
    protected FileRemoval() {}

    public long id() {
        return id;
    }

    public UUID deletionId() {
        return deletionId;
    }

    public UUID photoId() {
        return photoId;
    }

    public FileKey fileKey() {
        return new FileKey(fileKey);
    }

    public StorageId storage() {
        return StorageId.of(storage);
    }

    public RemovalState state() {
        return state;
    }

    /** Counts how often it was sent anew; a message of an older one is ignored. */
    public int generation() {
        return generation;
    }

    /** When a message was last sent for it. */
    public Instant pushedAt() {
        return pushedAt;
    }

    /** When it left WAITING; null before. */
    public Instant settledAt() {
        return settledAt;
    }

    /** FAILED to WAITING, for one more round of attempts. */
    RemoveFilesMessage sentAgain() {
        if (state != RemovalState.FAILED) {
            throw new IllegalStateException("removal " + id + " is " + state + "; only a FAILED one is sent again");
        }
        state = RemovalState.WAITING;
        generation++;
        pushedAt = Instant.now();
        settledAt = null;
        return new RemoveFilesMessage(deletionId, storage(), generation, List.of(id));
    }
}
