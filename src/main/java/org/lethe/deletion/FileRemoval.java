package org.lethe.deletion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.lethe.storage.FileKey;
import org.lethe.storage.StorageId;

/** The removal of files from one storage, of as many as one message carries. */
@Entity
@Table(name = "file_removal")
public class FileRemoval {

    @Id
    private Long id;

    private UUID deletionId;
    private String storage;

    /** Changed by {@link FileRemovals#separate} alone. */
    @Column(updatable = false)
    private UUID[] fileKeys;

    @Enumerated(EnumType.STRING)
    private RemovalState state;

    private int generation;
    private Instant pushedAt;
    private Instant settledAt;

    @Column(updatable = false)
    private Long separatedFrom;

    /** For the persistence provider. */
    protected FileRemoval() {}

    public long id() {
        return id;
    }

    public UUID deletionId() {
        return deletionId;
    }

    public StorageId storage() {
        return StorageId.of(storage);
    }

    /** The files; none where all went on alone. */
    public List<FileKey> fileKeys() {
        return Stream.of(fileKeys).map(FileKey::new).toList();
    }

    public RemovalState state() {
        return state;
    }

    /** Counts how often it was sent anew; a message of an older one is ignored. */
    public int generation() {
        return generation;
    }

    /** The removal that its file was a part of before it went on alone; null when it was always by itself. */
    public Long separatedFrom() {
        return separatedFrom;
    }

    /** Whether it is of one file: only then is a failure of the file an attempt of it. */
    boolean isAlone() {
        return fileKeys.length == 1;
    }

    /** Whether a message of {@code messageGeneration} still has something to do here. */
    boolean isDue(int messageGeneration) {
        return state == RemovalState.WAITING && generation == messageGeneration;
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
        return new RemoveFilesMessage(deletionId, storage(), generation, id);
    }
}
